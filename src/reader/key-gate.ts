/** Where the gate is kept: the script at the start of a page opens it, the reader comes later and finds it. */
const GATE = Symbol.for('policy-gloss keys');

type KeyHandler = (event: KeyboardEvent) => void;

const world = globalThis as { [GATE]?: Set<KeyHandler> };

/**
 * Listens to keys before any script of the page can: called at the start of the document, so that a page that swallows
 * every key swallows none of ours. Does nothing by itself.
 */
export function openKeyGate(): Set<KeyHandler> {
  const known = world[GATE];
  if (known) return known;
  const handlers = new Set<KeyHandler>();
  world[GATE] = handlers;
  const tell = (event: KeyboardEvent) => {
    for (const handler of handlers) handler(event);
  };
  for (const type of ['keydown', 'keypress', 'keyup'] as const)
    addEventListener(type, tell, { capture: true });
  return handlers;
}

/** Hears every `keydown`, `keypress` and `keyup` of the page until `signal`; as early as the gate was opened. */
export function listenToKeys(handler: KeyHandler, signal: AbortSignal): void {
  const handlers = openKeyGate();
  handlers.add(handler);
  signal.addEventListener('abort', () => handlers.delete(handler));
}
