/** Above the underline of terms, which is registered with the default priority 0. */
const PRIORITY = 1;

/**
 * Registers ranges under their names as highlights of the page; names that have none any more are emptied. `painted`
 * holds what was registered before and is brought up to date.
 */
export function paintRanges(
  painted: Map<string, globalThis.Highlight>,
  byName: ReadonlyMap<string, readonly Range[]>,
): void {
  for (const [name, registered] of painted) if (!byName.has(name)) registered.clear();
  for (const [name, ranges] of byName) {
    const registered = painted.get(name) ?? new globalThis.Highlight();
    registered.clear();
    // Static: the browser must not keep our ranges up to date twice.
    for (const range of ranges) registered.add(new StaticRange(range));
    registered.priority = PRIORITY;
    painted.set(name, registered);
    if (CSS.highlights.get(name) !== registered) CSS.highlights.set(name, registered);
  }
}
