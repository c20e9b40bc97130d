import { blockAround } from '../page/block-around.ts';
import { readBlocks } from '../page/blocks.ts';
import { elementOf } from '../page/shadow.ts';
import { type EdgeWay, withEdgeAtSentence, withEdgeMoved } from './moved-edge.ts';
import type { Edge, NoticeView } from './surface.ts';

/** Most units of the selected words that are said, from their ends: a screen reader would read them all. */
const MOST_SAID = 40;

/** What the arrow keys do: along the line by a word, across the lines by a sentence. */
const STEPS: Readonly<Record<string, { readonly isForward: boolean; readonly by: 'word' | 'sentence' }>> = {
  ArrowRight: { isForward: true, by: 'word' },
  ArrowLeft: { isForward: false, by: 'word' },
  ArrowDown: { isForward: true, by: 'sentence' },
  ArrowUp: { isForward: false, by: 'sentence' },
};

function shortened(words: string): string {
  return words.length <= 2 * MOST_SAID
    ? words
    : `${words.slice(0, MOST_SAID)} … ${words.slice(words.length - MOST_SAID)}`;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || 'value' in target);
}

interface KeySelectionOptions {
  readonly root: Node;
  say(notice: NoticeView): void;
  keep(range: Range): void;
}

/**
 * Selects words of the page by keys alone: a mode that is entered by a command and left by Enter or Esc. Arrow keys move
 * the end of the selection, with Shift its start. While it lasts those keys are ours; all others stay the page's.
 */
export class KeySelection {
  readonly #options: KeySelectionOptions;
  #range: Range | undefined;

  constructor(options: KeySelectionOptions) {
    this.#options = options;
  }

  /** Begins at a range, else at the caret of the page, else at what is on the screen. False where there is no text. */
  begin(place: Range | undefined): boolean {
    const range = place ?? this.#wordAtCaret() ?? this.#firstVisible();
    if (!range) return false;
    this.#select(range);
    this.#options.say({ text: 'notice.selecting', values: { words: shortened(range.toString().trim()) } });
    return true;
  }

  /** Leaves the mode, if it is on; what is selected stays selected. */
  end(): void {
    this.#range = undefined;
  }

  /** Answers a key while the mode is on. True when the key was ours. */
  key(event: KeyboardEvent): boolean {
    if (!this.#range || event.ctrlKey || event.altKey || event.metaKey) return false;
    if (isField(event.target)) {
      this.end();
      return false;
    }
    const isOurs = event.key in STEPS || event.key === 'Enter' || event.key === 'Escape';
    if (isOurs && event.type === 'keydown') this.#answer(this.#range, event);
    return isOurs;
  }

  #answer(range: Range, { key, shiftKey }: KeyboardEvent): void {
    const step = STEPS[key];
    if (step) {
      const edge: Edge = shiftKey ? 'start' : 'end';
      const way: EdgeWay = (edge === 'end') === step.isForward ? 'wider' : 'narrower';
      const moved =
        step.by === 'word' ? withEdgeMoved(range, edge, way) : withEdgeAtSentence(range, edge, way);
      this.#select(moved);
      this.#options.say({ text: 'notice.selected', values: { words: shortened(moved.toString().trim()) } });
      return;
    }
    this.end();
    getSelection()?.removeAllRanges();
    if (key === 'Enter') this.#options.keep(range);
    else this.#options.say({ text: 'notice.selectingLeft' });
  }

  #select(range: Range): void {
    this.#range = range;
    const { startContainer, startOffset, endContainer, endOffset } = range;
    getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
    const element = elementOf(endContainer) ?? endContainer.parentElement;
    element?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  /** The word from the caret on, where the caret stands in text that is read. */
  #wordAtCaret(): Range | undefined {
    const selection = getSelection();
    if (!selection || selection.rangeCount === 0) return undefined;
    const caret = selection.getRangeAt(0);
    if (!blockAround(caret.startContainer)) return undefined;
    return this.#wordFrom(caret);
  }

  #wordFrom(place: Range): Range | undefined {
    const word = withEdgeMoved(place, 'end', 'wider');
    return word.collapsed ? undefined : word;
  }

  #firstVisible(): Range | undefined {
    for (const block of readBlocks(this.#options.root)) {
      const element = elementOf(block.container as Node);
      const box = element?.checkVisibility() ? element.getBoundingClientRect() : undefined;
      if (!box || box.bottom <= 0 || box.top >= innerHeight || box.height === 0) continue;
      const first = block.nodes.find(({ data }) => data.trim() !== '') as Text | undefined;
      if (!first) continue;
      const place = document.createRange();
      place.setStart(first, first.data.search(/\S/));
      const word = this.#wordFrom(place);
      if (word) return word;
    }
    return undefined;
  }
}
