/** The events that a page may swallow before they come to us: those that our keys and cards live on. */
const TYPES = ['keydown', 'keypress', 'keyup', 'pointermove', 'pointerdown', 'pointerup', 'click'] as const;

type GatedEvents = Pick<WindowEventMap, (typeof TYPES)[number]>;
type Handlers = { readonly [T in keyof GatedEvents]: Set<(event: GatedEvents[T]) => void> };

/** Where the gate is kept: the script at the start of a page opens it, the reader comes later and finds it. */
const GATE = Symbol.for('policy-gloss events');

const world = globalThis as { [GATE]?: Handlers };

/** Has the handlers of a type told of its events. */
function open<T extends keyof GatedEvents>(type: T, handlers: Handlers[T]): void {
  const tell = (event: GatedEvents[T]) => {
    for (const handler of handlers) handler(event);
  };
  addEventListener(type, tell as (event: Event) => void, { capture: true });
}

/**
 * Listens to keys, pointer and clicks before any script of the page can: called at the start of the document, so that a
 * page that swallows every event swallows none of ours. Does nothing by itself.
 */
export function openEventGate(): Handlers {
  const known = world[GATE];
  if (known) return known;
  const handlers = Object.fromEntries(TYPES.map((type) => [type, new Set()])) as unknown as Handlers;
  world[GATE] = handlers;
  for (const type of TYPES) open(type, handlers[type]);
  return handlers;
}

/** Hears every event of a type on the page until `signal`; as early as the gate was opened. */
export function listenEarly<T extends keyof GatedEvents>(
  type: T,
  handler: (event: GatedEvents[T]) => void,
  signal: AbortSignal,
): void {
  const handlers = openEventGate()[type];
  handlers.add(handler);
  signal.addEventListener('abort', () => handlers.delete(handler));
}
