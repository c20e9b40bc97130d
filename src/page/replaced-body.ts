/**
 * Calls `onReplace` whenever the page has put another `<body>` in the place of its own, as applications do that fetch
 * their pages and swap them. Ends with `signal`.
 */
export function watchBody(onReplace: () => void, signal: AbortSignal): void {
  let { body } = document;
  const observer = new MutationObserver(() => {
    // Between taking one out and putting another in there may be none.
    if (document.body === body || !document.body) return;
    body = document.body;
    onReplace();
  });
  observer.observe(document.documentElement, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
