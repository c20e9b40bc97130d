import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HoverEvent } from '../../../src/reader/hover-machine.ts';
import { TermCards, type TermCardsOptions } from '../../../src/reader/term-cards.ts';
import type { TermHit } from '../../../src/reader/term-hit.ts';

const target = { key: 'one', term: 0 } as TermHit;
const tools = vi.fn<TermCardsOptions['tools']>();
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
  // What a card is filled from is another test.
  const rest = { ports: {}, surface: { prepare() {} }, terms: { termAt: () => ({}) }, painter: {} };
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
    cards.dispatch(byPointer);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(cards.open).toBe(target);
  });
});
