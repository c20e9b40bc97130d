import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HOVER_START,
  type HoverEvent,
  type HoverState,
  type HoverTarget,
  stepHover,
} from '../../../src/reader/hover-machine.ts';

/**
 *            over            elapsed
 *   idle ───────────▶ waiting ───────▶ open ◀──┐ inside
 *    ▲   away/dismiss    │              │ away │
 *    └───────────────────┘              ▼      │
 *    ▲            elapsed             closing ─┘
 *    └──────────────────────────────────┘
 */
const term = (key: string): HoverTarget => ({ key });

/** Runs events; `elapsed` without a token stands for the wait that was asked for last. */
function run(events: (HoverEvent<HoverTarget> | 'elapsed')[]) {
  let state: HoverState<HoverTarget> = HOVER_START;
  let token = -1;
  const shown: string[] = [];
  for (const given of events) {
    const event = given === 'elapsed' ? ({ type: 'elapsed', token } as const) : given;
    const step = stepHover(state, event);
    state = step.state;
    for (const effect of step.effects) {
      if (effect.type === 'wait') token = effect.token;
      else shown.push(effect.type === 'show' ? effect.target.key : 'hide');
    }
  }
  return { state, shown };
}

const over = (key: string) => ({ type: 'over', target: term(key) }) as const;
const away = { type: 'away' } as const;
const inside = { type: 'inside' } as const;
const dismiss = { type: 'dismiss' } as const;

describe('stepHover', () => {
  it.each([
    ['resting on a term opens its card', [over('a'), 'elapsed'], ['a']],
    ['passing over a term opens nothing', [over('a'), away, 'elapsed'], []],
    ['moving on to another term waits anew', [over('a'), over('b'), 'elapsed'], ['b']],
    ['leaving closes after the grace', [over('a'), 'elapsed', away, 'elapsed'], ['a', 'hide']],
    ['the pointer may enter the card', [over('a'), 'elapsed', away, inside, 'elapsed'], ['a']],
    ['coming back to the term keeps it open', [over('a'), 'elapsed', away, over('a'), 'elapsed'], ['a']],
    ['resting on another term switches', [over('a'), 'elapsed', over('b'), 'elapsed'], ['a', 'b']],
    [
      'crossing another term on the way to the card does not switch',
      [over('a'), 'elapsed', over('b'), inside, 'elapsed'],
      ['a'],
    ],
    ['Esc closes at once', [over('a'), 'elapsed', dismiss], ['a', 'hide']],
    ['Esc before the card is open cancels the wait', [over('a'), dismiss, 'elapsed'], []],
    [
      'opened by hand it stays when the pointer is elsewhere',
      [{ type: 'open', target: term('a') }, away, 'elapsed', over('b'), 'elapsed'],
      ['a'],
    ],
    ['pinned it stays', [over('a'), 'elapsed', { type: 'pin', pinned: true }, away, 'elapsed'], ['a']],
    [
      'no longer pinned it closes',
      [over('a'), 'elapsed', { type: 'pin', pinned: true }, { type: 'pin', pinned: false }, away, 'elapsed'],
      ['a', 'hide'],
    ],
  ] satisfies [string, (HoverEvent<HoverTarget> | 'elapsed')[], string[]][])('%s', (_, events, expected) => {
    expect(run(events).shown).toEqual(expected);
  });

  it('no timer alone closes an open card', () => {
    const opened = run([over('a'), 'elapsed', 'elapsed', 'elapsed']);
    expect(opened.state.phase).toBe('open');
  });

  it('a late wait of an old token does nothing, whatever happened', () => {
    const event = fc.oneof(
      fc.constantFrom('a', 'b').map(over),
      fc.constantFrom<HoverEvent<HoverTarget>>(away, inside, dismiss, { type: 'pin', pinned: true }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        let state: HoverState<HoverTarget> = HOVER_START;
        const tokens = new Set<number>();
        for (const each of events) {
          const step = stepHover(state, each);
          for (const effect of step.effects) if (effect.type === 'wait') tokens.add(effect.token);
          state = step.state;
        }
        for (const token of tokens) {
          if (token === state.token) continue;
          expect(stepHover(state, { type: 'elapsed', token })).toEqual({ state, effects: [] });
        }
      }),
    );
  });
});
