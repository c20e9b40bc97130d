import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HoverEvent } from '../../../src/reader/hover-machine.ts';
import type { Surface } from '../../../src/reader/surface.ts';
import { TermCards, type TermCardsOptions } from '../../../src/reader/term-cards.ts';
import type { TermHit } from '../../../src/reader/term-hit.ts';

const target = { key: 'one', term: 0, block: { slices: [] }, start: 0, end: 0 } as unknown as TermHit;
const tools = vi.fn<TermCardsOptions['tools']>();
const describeConcepts = vi.fn<TermCardsOptions['ports']['describe']>();
const showNotice = vi.fn<Surface['showNotice']>();
const close = vi.fn();
let isEditing: boolean;
let controller: AbortController;
let cards: TermCards;

beforeEach(() => {
  vi.useFakeTimers();
  isEditing = true;
  controller = new AbortController();
  tools.mockReset().mockRejectedValue(new Error('not of this test'));
  close.mockReset();
  const editors = {
    get isEditing() {
      return isEditing;
    },
    close,
  };
  describeConcepts.mockReset().mockResolvedValue([]);
  showNotice.mockReset();
  // What a card is filled from is another test.
  const rest = {
    ports: { describe: describeConcepts },
    surface: { prepare() {}, hide() {}, showNotice },
    terms: { termAt: () => ({ concepts: ['one'] }) },
    painter: { setCurrent() {} },
  };
  cards = new TermCards({
    ...rest,
    pointer: { catchUp() {} },
    settings: { openDelay: 200, trigger: 'rest' },
    signal: controller.signal,
    tools,
    editors: () => editors,
  } as unknown as TermCardsOptions);
});
afterEach(() => {
  controller.abort();
  vi.useRealTimers();
});

const byPointer: HoverEvent<TermHit> = { type: 'over', target };

describe('while something is written in an editor', () => {
  it('no card opens because the pointer comes by a term', async () => {
    cards.dispatch(byPointer);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(cards.isIdle).toBe(true);
    expect(close).not.toHaveBeenCalled();
  });

  it('a card that is asked for takes its place', () => {
    cards.dispatch({ type: 'open', target });
    expect(close).toHaveBeenCalledOnce();
    expect(cards.open).toBe(target);
  });

  it('the pointer opens cards again when it is done', async () => {
    isEditing = false;
    tools.mockReturnValue(new Promise(() => {}));
    cards.dispatch(byPointer);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(cards.open).toBe(target);
  });
});

describe('a card that cannot come', () => {
  beforeEach(() => {
    isEditing = false;
  });

  it('is told, and asked for again by the one who asked', async () => {
    cards.dispatch({ type: 'open', target });
    await vi.advanceTimersByTimeAsync(0);
    expect(cards.isIdle).toBe(true);
    expect(showNotice.mock.calls).toEqual([[{ text: 'notice.noCard', retry: expect.any(Function) }]]);
    showNotice.mock.lastCall?.[0].retry?.();
    expect(cards.open).toBe(target);
    await vi.advanceTimersByTimeAsync(0);
    expect(tools).toHaveBeenCalledTimes(2);
  });

  it('by the pointer is told, and nothing more', async () => {
    cards.dispatch(byPointer);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(cards.isIdle).toBe(true);
    expect(showNotice.mock.calls).toEqual([[{ text: 'notice.noCard' }]]);
  });

  it('is not told when nobody waits for it any more', async () => {
    cards.dispatch({ type: 'open', target });
    cards.dispatch({ type: 'dismiss' });
    await vi.advanceTimersByTimeAsync(0);
    expect(showNotice).not.toHaveBeenCalled();
  });
});
