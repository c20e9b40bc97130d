import { foldString, keyOf } from './folded-text.ts';
import { indexPage, type PageIndex } from './page-index.ts';

/**
 * What is kept of a page once per version, shared by all its highlights: its text in its own
 * characters (white space collapsed, a line feed between blocks) and which blocks are nothing but links.
 * Plain JSON. Offsets of a TextPositionSelector are UTF-16 units of `text`.
 */
export interface PageState {
  readonly text: string;
  /** Runs of link-only blocks: first block, count, first block, count … each first counted from the end of the run before. */
  readonly links: readonly number[];
}

/** A page read for describing several ranges on it. Valid until the page changes. */
export interface DescribedPage {
  readonly index: PageIndex;
  readonly state: PageState;
  /** For every folded unit its offset in the text of the page. */
  readonly textOffset: Uint32Array;
  /** The folded units as a string. */
  readonly key: string;
}

function textOf(index: PageIndex): string {
  const parts: string[] = [];
  let gap = '';
  for (let i = 0; i < index.data.length; i++) {
    if (index.nodeBorder[i] && parts.length > 0) gap = '\n';
    let data = index.data[i]!.replace(/\s+/g, ' ');
    if (data.startsWith(' ')) {
      if (gap === '' && parts.length > 0) gap = ' ';
      data = data.slice(1);
    }
    const open = data.endsWith(' ');
    if (open) data = data.slice(0, -1);
    if (data.length === 0) continue;
    parts.push(gap + data);
    gap = open ? ' ' : '';
  }
  return parts.join('');
}

function runsOf(linkOnly: readonly boolean[]): number[] {
  const runs: number[] = [];
  let end = 0;
  for (let block = 0; block < linkOnly.length; block++) {
    if (!linkOnly[block]) continue;
    let stop = block + 1;
    while (linkOnly[stop]) stop++;
    runs.push(block - end, stop - block);
    end = stop;
    block = stop;
  }
  return runs;
}

/** The numbers of the link-only blocks of a state. */
export function linkBlocks(state: PageState): number[] {
  const blocks: number[] = [];
  let end = 0;
  for (let i = 0; i + 1 < state.links.length; i += 2) {
    const first = end + state.links[i]!;
    end = first + state.links[i + 1]!;
    for (let block = first; block < end; block++) blocks.push(block);
  }
  return blocks;
}

/** Reads a page for describing ranges on it. */
export function readDescribedPage(root: Node): DescribedPage {
  const index = indexPage(root);
  const state = { text: textOf(index), links: runsOf(index.linkOnly) };
  return { index, state, textOffset: foldString(state.text).offset, key: keyOf(index.units, 0) };
}

/** The state to be kept once per version of a page. */
export function describePage(root: Node): PageState {
  return readDescribedPage(root).state;
}
