import { type Box, isLeafBlock, isVisible, type Leaf, type Piece } from './model.ts';
import type { Chance } from './random.ts';
import type { Rendered } from './render.ts';

/** A highlight with its hidden truth. */
export interface Pick {
  readonly kind: string;
  /** Identities of its visible characters. */
  readonly ids: ReadonlySet<number>;
  /** The blocks it touches. */
  readonly blocks: readonly Box[];
  readonly length: number;
  /** Its visible characters. */
  readonly text: string;
  /** A range for it on a page rendered from the unchanged model. */
  range(rendered: Rendered): Range;
}

interface Place {
  readonly leaf: Leaf;
  readonly offset: number;
  readonly block: Box;
}

/** Every visible character of the main text in order, with its block. */
function placesOf(page: Box): Place[] {
  const places: Place[] = [];
  const visit = (piece: Piece, block: Box | null): void => {
    if (piece.kind === 'text') {
      if (block === null) return;
      for (let i = 0; i < piece.text.length; i++)
        if (isVisible(piece.text[i]!)) places.push({ leaf: piece, offset: i, block });
      return;
    }
    if (piece.role === 'chrome') return;
    const next = isLeafBlock(piece) ? piece : block;
    for (const kid of piece.kids) visit(kid, next);
  };
  visit(page, null);
  return places;
}

function nodeFor(rendered: Rendered, leaf: Leaf): Text {
  for (const [node, held] of rendered.idsOf) if (held === leaf) return node;
  throw new Error('the page was rendered from another model');
}

const KINDS: readonly (readonly [string, number])[] = [
  ['phrase', 16],
  ['sentence', 19],
  ['inline', 11],
  ['block', 10],
  ['heading', 4],
  ['item', 4],
  ['blocks', 11],
  ['cell', 6],
  ['cells', 3],
  ['repeat', 8],
  ['short', 7],
];

/** Chooses highlights on a page as people make them. */
export class Picker {
  readonly #chance: Chance;
  readonly #places: Place[];
  readonly #text: string;
  readonly #blocks: [number, number][] = [];

  constructor(page: Box, chance: Chance) {
    this.#chance = chance;
    this.#places = placesOf(page);
    this.#text = this.#places.map((place) => place.leaf.text[place.offset]).join('');
    let start = 0;
    for (let i = 1; i <= this.#places.length; i++) {
      if (i < this.#places.length && this.#places[i]!.block === this.#places[start]!.block) continue;
      this.#blocks.push([start, i]);
      start = i;
    }
  }

  #tagged(...tags: string[]): [number, number][] {
    return this.#blocks.filter(([start]) => tags.includes(this.#places[start]!.block.tag));
  }

  #within(block: [number, number] | undefined, low: number, high: number): [number, number] | null {
    if (block === undefined) return null;
    const size = block[1] - block[0];
    if (size < low) return null;
    const length = this.#chance.between(low, Math.min(high, size));
    const start = block[0] + this.#chance.between(0, size - length);
    return [start, start + length];
  }

  #sentence(): [number, number] | null {
    const [start, end] = this.#chance.pick(this.#blocks);
    const ends = [start];
    for (let i = start; i < end; i++) if ('。.'.includes(this.#text[i]!)) ends.push(i + 1);
    if (ends.length < 2) return null;
    const at = this.#chance.between(0, ends.length - 2);
    return [ends[at]!, ends[at + 1]!];
  }

  #span(kind: string): [number, number] | null {
    const c = this.#chance;
    const list = (blocks: [number, number][]): [number, number] | undefined =>
      blocks.length === 0 ? undefined : c.pick(blocks);
    switch (kind) {
      case 'phrase':
        return this.#within(c.pick(this.#blocks), 4, c.chance(0.3) ? 7 : 30);
      case 'sentence':
        return this.#sentence();
      case 'inline': {
        const span = this.#within(c.pick(this.#blocks), 6, 80);
        if (span === null || this.#places[span[0]]!.leaf === this.#places[span[1] - 1]!.leaf) return null;
        return span;
      }
      case 'block':
        return list(this.#tagged('p', 'li', 'blockquote', 'dd')) ?? null;
      case 'heading':
        return list(this.#tagged('h1', 'h2', 'h3')) ?? null;
      case 'item':
        return list(this.#tagged('li')) ?? null;
      case 'blocks': {
        const at = c.between(0, this.#blocks.length - 2);
        const last = Math.min(this.#blocks.length - 1, at + c.between(1, 3));
        const [a, b] = this.#blocks[at]!;
        const [d, e] = this.#blocks[last]!;
        return [c.between(a, b - 1), c.between(d, e - 1) + 1];
      }
      case 'cell':
        return list(this.#tagged('td', 'th')) ?? null;
      case 'cells': {
        const cells = this.#tagged('td');
        if (cells.length < 4) return null;
        const at = c.between(0, cells.length - 3);
        return [cells[at]![0], cells[Math.min(cells.length - 1, at + c.between(1, 2))]![1]];
      }
      case 'repeat':
      case 'short': {
        const span = kind === 'repeat' ? this.#sentence() : this.#within(c.pick(this.#blocks), 2, 7);
        if (span === null) return null;
        const quote = this.#text.slice(span[0], span[1]);
        return this.#text.indexOf(quote) !== this.#text.lastIndexOf(quote) ? span : null;
      }
      default:
        return null;
    }
  }

  /** One highlight of a kind chosen by how often people make it. */
  pick(): Pick {
    while (true) {
      let roll = this.#chance.next() * KINDS.reduce((sum, [, share]) => sum + share, 0);
      const kind = KINDS.find(([, share]) => {
        roll -= share;
        return roll < 0;
      })![0];
      for (let attempt = 0; attempt < 40; attempt++) {
        const span = this.#span(kind);
        if (span === null || span[1] - span[0] < 2 || span[1] - span[0] > 400) continue;
        return this.#make(kind, span);
      }
    }
  }

  #make(kind: string, [start, end]: [number, number]): Pick {
    const places = this.#places.slice(start, end);
    const triple = ['block', 'item', 'heading'].includes(kind) && this.#chance.chance(0.3);
    const after = this.#places[end];
    return {
      kind,
      ids: new Set(places.map((place) => place.leaf.ids[place.offset]!)),
      blocks: [...new Set(places.map((place) => place.block))],
      length: end - start,
      text: this.#text.slice(start, end),
      range: (rendered) => {
        const range = rendered.root.ownerDocument.createRange();
        const first = places[0]!;
        const last = places.at(-1)!;
        range.setStart(nodeFor(rendered, first.leaf), first.offset);
        if (triple && after !== undefined && after.block !== last.block) {
          range.setEnd(rendered.elementOf.get(after.block)!, 0);
        } else {
          range.setEnd(nodeFor(rendered, last.leaf), last.offset + 1);
        }
        return range;
      },
    };
  }
}
