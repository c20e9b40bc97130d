import type { PackRecord } from './pack-record.ts';

/** What says which edition of a list a pack holds. */
export type PackEdition = Pick<PackRecord, 'edition' | 'licence' | 'hash' | 'origin' | 'earlier'>;

/** Earlier editions that a pack remembers. */
const MOST_EARLIER = 20;

/** The edition that a pack holds. */
export function editionOf({ edition, licence, hash, origin, earlier }: PackEdition): PackEdition {
  return { edition, licence, hash, ...(origin && { origin }), ...(earlier && { earlier }) };
}

/** The pack with another edition in place of its own. */
export function withEdition(
  { edition: _, licence: __, hash: ___, origin: ____, earlier: _____, ...rest }: PackRecord,
  edition: PackEdition,
): PackRecord {
  return { ...rest, ...editionOf(edition) };
}

/** The pack once a list was imported into it; the edition it had is remembered. The same list again is no new edition. */
export function newerEdition(
  pack: PackRecord,
  incoming: Omit<PackEdition, 'earlier'>,
  now: string,
): PackRecord {
  if (incoming.hash === pack.hash && incoming.edition === pack.edition) return pack;
  const { earlier = [], ...before } = editionOf(pack);
  const known = [{ ...before, until: now }, ...earlier].slice(0, MOST_EARLIER);
  return withEdition(pack, { ...incoming, earlier: known });
}
