/** How often the address is looked at where the browser does not tell of its changes, ms. */
const INTERVAL = 1_000;

/** The part of the Navigation API that tells of changes. */
interface Navigation {
  addEventListener(type: 'currententrychange', listener: () => void, options: { signal: AbortSignal }): void;
}

/**
 * Calls `onChange` whenever the address of the page may have changed without the page being loaded anew. Ends with
 * `signal`.
 */
export function watchAddress(onChange: () => void, signal: AbortSignal): void {
  const { navigation } = globalThis as { navigation?: Navigation };
  if (navigation) {
    navigation.addEventListener('currententrychange', onChange, { signal });
    return;
  }
  let last = location.href;
  const timer = setInterval(() => {
    if (location.href === last) return;
    last = location.href;
    onChange();
  }, INTERVAL);
  signal.addEventListener('abort', () => clearInterval(timer));
}
