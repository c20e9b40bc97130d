/**
 * When a card opens and closes, as a pure reducer. Time is outside: the machine asks for a wait with a token, and an
 * elapsed wait of an old token is ignored, so that nothing late can open or close a card.
 */

/** Something a card can be opened for. Two targets are the same when their keys are. */
export interface HoverTarget {
  readonly key: string;
}

/** Named delays, milliseconds. */
export interface HoverDelays {
  /** Rest on a term before its card opens: shorter ones open cards in passing (Page Previews waits 500, users ask 100). */
  readonly open: number;
  /** Grace after leaving term and card, so that a slip of the hand does not close it (WCAG 1.4.13 hoverable). */
  readonly close: number;
}

/** The delays where nothing else is set. */
export const DEFAULT_DELAYS: HoverDelays = { open: 300, close: 300 };

/** Where things stand. `token` is the number of the wait that counts. */
export type HoverState<T extends HoverTarget> =
  | { readonly phase: 'idle'; readonly token: number }
  | { readonly phase: 'waiting'; readonly token: number; readonly target: T }
  | {
      readonly phase: 'open';
      readonly token: number;
      readonly target: T;
      readonly pinned: boolean;
      /** What the wait that is under way will do: open another term's card, or close this one. */
      readonly pending?: { readonly to: 'switch'; readonly target: T } | { readonly to: 'close' };
    };

/** What happened. */
export type HoverEvent<T extends HoverTarget> =
  /** The pointer came to be over a term. */
  | { readonly type: 'over'; readonly target: T }
  /** The pointer is over the card, or on its way to it. */
  | { readonly type: 'inside' }
  /** The pointer is over nothing of ours. */
  | { readonly type: 'away' }
  /** A wait that was asked for is over. */
  | { readonly type: 'elapsed'; readonly token: number }
  /** Open at once: keyboard or tap. The card stays until dismissed. */
  | { readonly type: 'open'; readonly target: T }
  /** Esc, a press outside, navigation. */
  | { readonly type: 'dismiss' }
  | { readonly type: 'pin'; readonly pinned: boolean };

/** What is to be done about it. */
export type HoverEffect<T extends HoverTarget> =
  | { readonly type: 'wait'; readonly token: number; readonly delay: number }
  | { readonly type: 'show'; readonly target: T; readonly token: number; readonly focus: boolean }
  | { readonly type: 'hide' };

/** What an event leads to. */
export interface HoverStep<T extends HoverTarget> {
  readonly state: HoverState<T>;
  readonly effects: readonly HoverEffect<T>[];
}

/** The state before anything happened. */
export const HOVER_START: HoverState<never> = { phase: 'idle', token: 0 };

function show<T extends HoverTarget>(target: T, token: number, byHand: boolean): HoverStep<T> {
  return {
    state: { phase: 'open', token, target, pinned: byHand },
    effects: [{ type: 'show', target, token, focus: byHand }],
  };
}

function stay<T extends HoverTarget>(state: HoverState<T>): HoverStep<T> {
  return { state, effects: [] };
}

function whenOpen<T extends HoverTarget>(
  state: Extract<HoverState<T>, { phase: 'open' }>,
  event: HoverEvent<T>,
  delays: HoverDelays,
): HoverStep<T> {
  const { pending: _, ...still } = state;
  const token = state.token + 1;
  switch (event.type) {
    case 'over':
      if (event.target.key === state.target.key) return stay({ ...still, token });
      if (state.pinned) return stay(state);
      if (state.pending?.to === 'switch' && state.pending.target.key === event.target.key) return stay(state);
      return {
        state: { ...still, token, pending: { to: 'switch', target: event.target } },
        effects: [{ type: 'wait', token, delay: delays.open }],
      };
    case 'inside':
      return stay({ ...still, token });
    case 'away':
      if (state.pinned || state.pending?.to === 'close') return stay(state);
      return {
        state: { ...still, token, pending: { to: 'close' } },
        effects: [{ type: 'wait', token, delay: delays.close }],
      };
    case 'elapsed':
      if (event.token !== state.token || !state.pending) return stay(state);
      if (state.pending.to === 'switch') return show(state.pending.target, token, false);
      return { state: { phase: 'idle', token }, effects: [{ type: 'hide' }] };
    case 'open':
      return show(event.target, token, true);
    case 'dismiss':
      return { state: { phase: 'idle', token }, effects: [{ type: 'hide' }] };
    case 'pin':
      return stay({ ...still, token, pinned: event.pinned });
  }
}

/** The next state and what is to be done, from the present one and what happened. */
export function stepHover<T extends HoverTarget>(
  state: HoverState<T>,
  event: HoverEvent<T>,
  delays: HoverDelays = DEFAULT_DELAYS,
): HoverStep<T> {
  if (state.phase === 'open') return whenOpen(state, event, delays);
  const token = state.token + 1;
  switch (event.type) {
    case 'over':
      if (state.phase === 'waiting' && state.target.key === event.target.key) return stay(state);
      return {
        state: { phase: 'waiting', token, target: event.target },
        effects: [{ type: 'wait', token, delay: delays.open }],
      };
    case 'away':
    case 'inside':
    case 'dismiss':
      return stay(state.phase === 'idle' ? state : { phase: 'idle', token });
    case 'elapsed':
      if (state.phase !== 'waiting' || event.token !== state.token) return stay(state);
      return show(state.target, token, false);
    case 'open':
      return show(event.target, token, true);
    case 'pin':
      return stay(state);
  }
}
