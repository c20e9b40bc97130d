import { keysOf, partsOfKey } from '../../../glossary/entry-keys.ts';
import { wordingsOf } from '../../../glossary/entry-wording.ts';
import type { ConflictGroup } from './glossary-ports.ts';

/**
 * Names a conflict by what is said in it: one that is ignored comes back as soon as another wording joins it, and stays
 * ignored when entries are merely stored anew.
 */
export function conflictName({ side, key, entries }: ConflictGroup): string {
  const said = entries.flatMap(keysOf).filter((other) => partsOfKey(other).side !== side);
  return [side, key, ...[...new Set(said)].sort()].join('\n');
}

/** The official wording that some entry of the conflict does not have among its own; `undefined` when all agree with it. */
export function differsFromOfficial({ side, entries }: ConflictGroup): string | undefined {
  const other = side === 'zh' ? 'en' : 'zh';
  const official = entries
    .flatMap((entry) => wordingsOf(entry, other))
    .find(({ status }) => status === 'official')?.text;
  if (!official) return undefined;
  const agrees = entries.every((entry) => wordingsOf(entry, other).some(({ text }) => text === official));
  return agrees ? undefined : official;
}
