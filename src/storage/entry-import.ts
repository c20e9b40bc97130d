import type { GlossaryEntry } from '../glossary/entry.ts';
import { contentOf, fileIdOf, firstKeyOf, pairKeyOf, replacedBy } from '../glossary/entry-likeness.ts';
import { type EntryStepRow, entryStepRow, type ImportedInto } from '../glossary/entry-step.ts';
import { editionOf, newerEdition, withEdition } from '../glossary/pack-edition.ts';
import { type PackRecord, packRecordSchema, STANDING_PACKS } from '../glossary/pack-record.ts';
import type { PolicyGlossDatabase } from './database.ts';
import { addStep, countInto, nextWrite } from './entry-writes.ts';
import { entryOfRow, rowOf, type StoredEntry } from './stored-entry.ts';

/** What becomes of an entry that is there but says something else. */
export type DuplicateRule = 'skip' | 'replace' | 'keep-both';

/** What an import does, or would do: together these are all its entries. */
export interface ImportCounts {
  /** Not there yet. */
  readonly new: number;
  /** There, and says the same: left alone. */
  readonly same: number;
  /** There with other words or facts, and changed by the rule (replaced, or kept beside). */
  readonly changed: number;
  /** There with other words or facts, and left as it is by the rule. */
  readonly skipped: number;
}

/** A pack to import into: one that is there, or a new one with what is said of it. */
export type PackFacts = Pick<PackRecord, 'id' | 'title' | 'edition' | 'licence' | 'hash' | 'origin'>;

/** What is to be imported, and how. */
export interface ImportOrder {
  readonly pack: PackFacts;
  /** Entries of that pack, valid by their schema; the ids are the sender's. */
  readonly entries: readonly GlossaryEntry[];
  readonly duplicates: DuplicateRule;
  /** Names the import: the same one twice is done once. */
  readonly batch: string;
  /** ISO 8601 in UTC. */
  readonly now: string;
  /** Told now and then how much is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** Brings lists into packs. */
export interface EntryImport {
  /** What an import would do. Nothing is written. */
  preview(order: Omit<ImportOrder, 'batch' | 'now'>): Promise<ImportCounts>;
  /** Imports in one transaction, as one deed to undo. Fails whole or not at all. */
  run(order: ImportOrder): Promise<ImportCounts>;
}

/** Rows handled between two looks at the progress. */
const PART = 2_000;

/** What is to be done with one entry of the list. */
interface Verdict {
  readonly entry: GlossaryEntry;
  readonly kind: 'new' | 'same' | 'differs';
  /** Id of the entry that is there. */
  readonly here?: string;
}

/** Where entries that are there are found again. */
interface Known {
  readonly byId: Map<string, string>;
  readonly byContent: Map<string, string>;
  /** By the pair of words and by the key of the first term; `null` where several share it. */
  readonly byPair: Map<string, string | null>;
  readonly byFirst: Map<string, string | null>;
  /** What each says, by id. */
  readonly contents: Map<string, string>;
}

async function knownOf({ entries }: PolicyGlossDatabase, pack: string): Promise<Known> {
  const known: Known = {
    byId: new Map(),
    byContent: new Map(),
    byPair: new Map(),
    byFirst: new Map(),
    contents: new Map(),
  };
  const note = (map: Map<string, string | null>, key: string, id: string) =>
    map.set(key, map.has(key) ? null : id);
  for (let last = ''; ; ) {
    const part = await entries
      .where('[pack+id]')
      .between([pack, last], [pack, '\uffff'], false)
      .limit(PART)
      .toArray();
    for (const row of part) {
      if (row.deletedAt) continue;
      const entry = entryOfRow(row);
      const fileId = fileIdOf(entry);
      if (fileId) known.byId.set(fileId, row.id);
      known.byId.set(row.id, row.id);
      const content = contentOf(entry);
      known.contents.set(row.id, content);
      known.byContent.set(content, row.id);
      note(known.byPair, pairKeyOf(entry), row.id);
      note(known.byFirst, firstKeyOf(entry), row.id);
    }
    if (part.length < PART) return known;
    last = part.at(-1)!.id;
  }
}

/** What stands once in a list: only that may be taken for a new edition of an entry. Repeats of an entry are one. */
interface AloneInList {
  readonly pairs: ReadonlySet<string>;
  readonly firsts: ReadonlySet<string>;
}

function aloneIn(entries: readonly GlossaryEntry[]): AloneInList {
  const contents = new Map<string, string | null>();
  const firsts = new Map<string, number>();
  for (const entry of entries) {
    const [pair, content, first] = [pairKeyOf(entry), contentOf(entry), firstKeyOf(entry)];
    const before = contents.get(pair);
    if (before === content) continue;
    contents.set(pair, before === undefined ? content : null);
    firsts.set(first, (firsts.get(first) ?? 0) + 1);
  }
  return {
    pairs: new Set([...contents].flatMap(([pair, content]) => (content === null ? [] : pair))),
    firsts: new Set([...firsts].flatMap(([first, count]) => (count === 1 ? first : []))),
  };
}

/** Id of the entry that is there already: by id, else the one that says the same, else by words that are alone. */
function placeIn(
  { byId, byContent, byPair, byFirst }: Known,
  entry: GlossaryEntry,
  { pair, content }: { readonly pair: string; readonly content: string },
  alone: AloneInList,
): string | undefined {
  const known = byId.get(entry.id) ?? byId.get(fileIdOf(entry)) ?? byContent.get(content);
  if (known !== undefined) return known;
  const same = alone.pairs.has(pair) ? byPair.get(pair) : undefined;
  if (same) return same;
  const first = firstKeyOf(entry);
  return alone.firsts.has(first) ? (byFirst.get(first) ?? undefined) : undefined;
}

/** Hands on the verdicts on a list, part by part. */
async function judge(
  database: PolicyGlossDatabase,
  { pack, entries, onProgress }: Pick<ImportOrder, 'pack' | 'entries' | 'onProgress'>,
  handle: (verdicts: readonly Verdict[]) => Promise<void> | void,
): Promise<void> {
  const isEmpty = (await database.entries.where('pack').equals(pack.id).count()) === 0;
  const known = isEmpty ? undefined : await knownOf(database, pack.id);
  const alone = aloneIn(known ? entries : []);
  const seen = new Map<string, string>();
  for (let at = 0; at < entries.length; at += PART) {
    const part = entries.slice(at, at + PART);
    const verdicts = part.map((entry): Verdict => {
      const [pair, content] = [pairKeyOf(entry), contentOf(entry)];
      if (seen.get(pair) === content) return { entry, kind: 'same' };
      seen.set(pair, content);
      const here = known && placeIn(known, entry, { pair, content }, alone);
      if (here === undefined) return { entry, kind: 'new' };
      return { entry, here, kind: known?.contents.get(here) === content ? 'same' : 'differs' };
    });
    await handle(verdicts);
    onProgress?.((at + part.length) / entries.length);
  }
}

function countedBy(rule: DuplicateRule) {
  const counts = { new: 0, same: 0, changed: 0, skipped: 0 };
  const count = ({ kind }: Verdict) => {
    if (kind === 'differs') counts[rule === 'skip' ? 'skipped' : 'changed']++;
    else counts[kind]++;
  };
  return { counts, count };
}

/** The importer over the extension's database. */
export function createEntryImport(database: PolicyGlossDatabase): EntryImport {
  const { entries, packs, glossarySteps, erasedPacks } = database;

  const recordOf = async ({ pack, now }: ImportOrder): Promise<{ record: PackRecord; isNew: boolean }> => {
    const stored = (await packs.get(pack.id)) ?? STANDING_PACKS.find(({ id }) => id === pack.id);
    if (stored && !stored.deletedAt) return { record: stored, isNew: false };
    const last = await packs.orderBy('order').last();
    const order = Math.max(last?.order ?? 0, STANDING_PACKS.length - 1) + 1;
    const record = { ...pack, order, enabled: true, count: 0, updatedAt: now };
    return { record: packRecordSchema.parse(record), isNew: true };
  };

  const write = async (order: ImportOrder): Promise<ImportCounts> => {
    const { duplicates, batch, now } = order;
    const { record, isNew } = await recordOf(order);
    const written = await nextWrite(database);
    const { counts, count } = countedBy(duplicates);
    const replaced: EntryStepRow[] = [];
    // An id that is in use, in whatever pack or in the bin, is another entry's.
    const inUse = new Set((await entries.toCollection().primaryKeys()).map(String));
    let added = 0;
    if (isNew) await packs.put(record);
    await judge(database, order, async (verdicts) => {
      const rows: StoredEntry[] = [];
      const replacements = new Map<string, GlossaryEntry>();
      for (const verdict of verdicts) {
        const { entry, kind, here } = verdict;
        count(verdict);
        if (kind === 'same' || (kind === 'differs' && duplicates === 'skip')) continue;
        if (kind === 'differs' && duplicates === 'replace' && here !== undefined) {
          replacements.set(here, entry);
          continue;
        }
        added++;
        const id = inUse.has(entry.id) ? crypto.randomUUID() : entry.id;
        inUse.add(id);
        rows.push(rowOf({ ...entry, id, pack: record.id }, { written, batch }));
      }
      for (const row of await entries.bulkGet([...replacements.keys()])) {
        if (!row) continue;
        const before = entryOfRow(row);
        const after = { ...replacedBy(before, replacements.get(row.id)!), updatedAt: now };
        const step = entryStepRow(before, after);
        if (step) replaced.push(step);
        const { batch: first, touched } = row;
        rows.push(rowOf(after, { written, ...(first && { batch: first }), ...(touched && { touched }) }));
      }
      if (rows.length > 0) await entries.bulkPut(rows);
    });
    if (added + replaced.length === 0) return counts;
    const isStanding = STANDING_PACKS.some(({ id }) => id === record.id);
    const edited = isNew || isStanding ? record : newerEdition(record, order.pack, now);
    await packs.put({ ...edited, updatedAt: now });
    await countInto(database, new Map([[record.id, added]]), now);
    const imported: ImportedInto = {
      pack: record.id,
      batch,
      added,
      isNewPack: isNew,
      ...(edited !== record && { editions: { before: editionOf(record), after: editionOf(edited) } }),
    };
    const ids = replaced.map(({ id }) => id);
    await addStep(database, { id: batch, at: now, deed: 'import', ids, rows: replaced, imported });
    return counts;
  };

  return {
    preview: ({ duplicates, ...order }) =>
      database.transaction('r', entries, async () => {
        const { counts, count } = countedBy(duplicates);
        await judge(database, order, (verdicts) => verdicts.forEach(count));
        return counts;
      }),
    run: (order) =>
      database.transaction('rw', [entries, packs, glossarySteps, erasedPacks], async () => {
        const steps = await glossarySteps.filter(({ imported }) => imported?.batch === order.batch).toArray();
        const before = steps[0]?.imported;
        if (before) return { new: before.added, same: 0, changed: steps[0]!.rows.length, skipped: 0 };
        return write(order);
      }),
  };
}

/** Takes what an import added out again, or puts it back. A pack that came with it goes and comes as a whole. */
export async function setImportBack(
  database: PolicyGlossDatabase,
  { pack, batch, isNewPack, added, editions }: ImportedInto,
  direction: 'undo' | 'redo',
  now: string,
): Promise<void> {
  const { entries, packs } = database;
  if (isNewPack) {
    const record = await packs.get(pack);
    if (!record) return;
    const { deletedAt: _, ...alive } = record;
    await packs.put({ ...alive, updatedAt: now, ...(direction === 'undo' && { deletedAt: now }) });
    return;
  }
  const record = editions && (await packs.get(pack));
  if (record) {
    const edition = direction === 'undo' ? editions.before : editions.after;
    await packs.put({ ...withEdition(record, edition), updatedAt: now });
  }
  if (added === 0) return;
  const written = await nextWrite(database);
  const rows = await entries
    .where('pack')
    .equals(pack)
    .filter((row) => row.batch === batch)
    .toArray();
  const wanted = rows.filter(({ deletedAt }) => (direction === 'undo') === !deletedAt);
  await entries.bulkPut(
    wanted.map(({ deletedAt: _, ...row }) => ({
      ...row,
      written,
      updatedAt: now,
      ...(direction === 'undo' && { deletedAt: now }),
    })),
  );
  const change = direction === 'undo' ? -wanted.length : wanted.length;
  await countInto(database, new Map([[pack, change]]), now);
}
