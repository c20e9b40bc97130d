function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    // Not UTF-8, as old sites have it: it is compared as it is written.
    return spaced;
  }
}

/**
 * Names and values of a query such as `?a=1&b=2`. Not by URLSearchParams: what iterates over one fails in content
 * scripts of Firefox (docs/browser-bugs.md).
 */
export function parametersIn(query: string): [name: string, value: string][] {
  return query
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf('=');
      return at === -1 ? [decoded(part), ''] : [decoded(part.slice(0, at)), decoded(part.slice(at + 1))];
    });
}
