import { type GlossaryEntry, glossaryEntrySchema } from '../glossary/entry.ts';
import { type EntryStepRow, entryStepRow, type ImportedInto } from '../glossary/entry-step.ts';
import { BUNDLED_PACK, MY_PACK } from '../glossary/pack-ids.ts';
import { isStandingPack, type PackRecord, packRecordSchema } from '../glossary/pack-record.ts';
import { entriesOfPart, type OpenedList } from '../interchange/entry-lists.ts';
import type { ExchangeRecords } from '../interchange/exchange-file.ts';
import { createAddressStore } from './address-store.ts';
import type { PolicyGlossDatabase } from './database.ts';
import { addStep, countInto, nextWrite } from './entry-writes.ts';
import { createHighlightRepository } from './highlight-repository.ts';
import { entryOfRow, rowOf, type StoredEntry } from './stored-entry.ts';

/** What a file of our own holds, read and validated. */
export interface RestoreRecords extends Omit<ExchangeRecords, 'lists'> {
  readonly lists?: readonly OpenedList[];
}

/** What is to be restored, and how. */
export interface RestoreOrder {
  readonly records: RestoreRecords;
  /** Whether what was deleted here since comes out of the bin again. */
  readonly bringBack: boolean;
  /** Names the deed: the same one twice adds nothing. A UUID. */
  readonly deed: string;
  /** ISO 8601 in UTC. */
  readonly now: string;
  /** Told now and then how much is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** What a restoring did. */
export interface Restored {
  /** Highlights and entries of the reader's own work that were not there. */
  readonly added: number;
  readonly present: number;
  /** Of those present, how many were older here. */
  readonly updated: number;
  /** Entries of imported packs that were not there. */
  readonly imported: number;
  /** Records and packs that came out of the bin. */
  readonly broughtBack: number;
}

/** An imported pack of a file, held against what is here. */
export interface ListPreview {
  readonly title: string;
  /** Entries that the file says it has of the pack, and how many of them can be read. */
  readonly entries: number;
  readonly readable: number;
  /** Entries that are not here. */
  readonly new: number;
}

/** What a file would bring. */
export interface RestorePreview {
  readonly new: number;
  readonly present: number;
  readonly lists: readonly ListPreview[];
  /** What was not deleted when the file was made, and is in the bin here. */
  readonly deleted: { readonly highlights: number; readonly entries: number; readonly packs: number };
}

/** Brings back what a file of our own holds. */
export interface Restore {
  /** What a file would bring. Nothing is written. */
  preview(records: RestoreRecords): Promise<RestorePreview>;
  /**
   * Stores what is not there, and later versions of what is, in one transaction: whole or not at all. One deed, of which
   * highlights and glossaries each have a step. What was deleted here stays so unless it is to be brought back.
   */
  run(order: RestoreOrder): Promise<Restored>;
}

/** An entry where it can be seen: nothing is stored in the pack of the extension. */
function settled(entry: GlossaryEntry): GlossaryEntry {
  return entry.pack === BUNDLED_PACK ? { ...entry, pack: MY_PACK } : entry;
}

function outOfBin<T extends { deletedAt?: string | undefined }>({ deletedAt: _, ...row }: T, now: string) {
  return { ...row, updatedAt: now };
}

/** What is written to glossaries, gathered on the way. */
class Writing {
  readonly rows: EntryStepRow[] = [];
  readonly newPacks = new Set<string>();
  readonly addedTo = new Map<string, number>();
  readonly counts = new Map<string, number>();
  broughtBack = 0;

  count(pack: string, change: number): void {
    this.counts.set(pack, (this.counts.get(pack) ?? 0) + change);
  }

  /** Notes a changed entry for the step. A pack that is new goes and comes as a whole. */
  note(before: StoredEntry | undefined, after: GlossaryEntry): void {
    if (!before && this.newPacks.has(after.pack)) return;
    const row = entryStepRow(before && entryOfRow(before), after);
    if (row) this.rows.push(row);
  }

  lists(batch: string): ImportedInto[] {
    const packs = new Set([...this.newPacks, ...this.addedTo.keys()]);
    return [...packs].map((pack) => ({
      pack,
      batch,
      added: this.addedTo.get(pack) ?? 0,
      isNewPack: this.newPacks.has(pack),
    }));
  }
}

/** The rows of these ids; only those that are there are asked for, since mostly none is. */
async function rowsOf(
  entries: PolicyGlossDatabase['entries'],
  there: ReadonlySet<string>,
  incoming: readonly GlossaryEntry[],
): Promise<ReadonlyMap<string, StoredEntry>> {
  const ids = incoming.map(({ id }) => id).filter((id) => there.has(id));
  const rows = ids.length > 0 ? await entries.bulkGet(ids) : [];
  return new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])));
}

/** Restoring into the extension's database. */
export function createRestore(database: PolicyGlossDatabase): Restore {
  const { highlights, pages, steps, aliases, entries, packs, glossarySteps, erasedPacks } = database;
  const repository = createHighlightRepository(database);
  const addresses = createAddressStore(database);

  /** Packs that entries of the file are of, as they are to be here. */
  const bringPacks = async ({ records, bringBack, now }: RestoreOrder, writing: Writing) => {
    const known = new Map((records.packs ?? []).map((pack) => [pack.id, pack]));
    const named = [
      ...records.entries.map((entry) => settled(entry).pack),
      ...(records.lists ?? []).map(({ pack }) => pack),
    ];
    const last = Math.max(1, ...(await packs.toArray()).map(({ order }) => order));
    for (const id of new Set([...known.keys(), ...named])) {
      const here = await packs.get(id);
      const record = known.get(id);
      if (here) {
        if (!bringBack || !here.deletedAt || record?.deletedAt) continue;
        await packs.put(outOfBin(here, now));
        writing.newPacks.add(id);
        writing.broughtBack++;
        continue;
      }
      if (isStandingPack(id) && !record) continue;
      // Of a pack that the file says nothing about, the entries must be seen somewhere.
      const unnamed = { id, title: '', order: last + 1, enabled: true, updatedAt: now };
      await packs.put(packRecordSchema.parse({ ...(record ?? unnamed), count: 0 }) as PackRecord);
      if (!isStandingPack(id)) writing.newPacks.add(id);
      const erased = await erasedPacks.get(id);
      if (!erased?.isLeaving) continue;
      await entries.where('pack').equals(id).delete();
      const { isLeaving: _, ...left } = erased;
      await erasedPacks.put(left);
    }
  };

  const bringEntries = async (
    { records, bringBack, now }: RestoreOrder,
    written: number,
    writing: Writing,
  ) => {
    const incoming = records.entries.map(settled);
    const stored = await entries.bulkGet(incoming.map(({ id }) => id));
    const rows: StoredEntry[] = [];
    let [added, updated] = [0, 0];
    incoming.forEach((entry, index) => {
      const here = stored[index];
      const isLater = !here || here.updatedAt < entry.updatedAt;
      const isBack = !isLater && bringBack && here.deletedAt !== undefined && !entry.deletedAt;
      if (!isLater && !isBack) return;
      if (isBack) writing.broughtBack++;
      else if (here) updated++;
      else added++;
      const after = glossaryEntrySchema.parse(isLater ? entry : outOfBin(entryOfRow(here), now));
      rows.push(rowOf(after, { written, touched: 1, ...(here?.batch && { batch: here.batch }) }));
      if (here && !here.deletedAt) writing.count(here.pack, -1);
      if (!after.deletedAt) writing.count(after.pack, 1);
      writing.note(here, after);
    });
    await entries.bulkPut(rows);
    return { added, updated, present: incoming.length - added };
  };

  const bringLists = async (order: RestoreOrder, written: number, writing: Writing) => {
    const { records, bringBack, deed, now, onProgress } = order;
    const lists = records.lists ?? [];
    const all = lists.reduce((sum, { texts }) => sum + texts.length, 0);
    const there = new Set(await entries.toCollection().primaryKeys());
    let [imported, done] = [0, 0];
    for (const { pack, texts } of lists) {
      const record = await packs.get(pack);
      // One that was deleted here and stays so, and what is not a list at all.
      const isWanted =
        record !== undefined && !isStandingPack(pack) && (!record.deletedAt || writing.newPacks.has(pack));
      for (const text of isWanted ? texts : []) {
        const incoming = entriesOfPart(pack, text);
        const stored = await rowsOf(entries, there, incoming);
        const rows: StoredEntry[] = [];
        incoming.forEach((entry) => {
          const here = stored.get(entry.id);
          if (!here) {
            rows.push(rowOf(entry, { written, batch: deed }));
            imported++;
            writing.count(pack, 1);
            writing.addedTo.set(pack, (writing.addedTo.get(pack) ?? 0) + 1);
          } else if (bringBack && here.deletedAt) {
            const after = outOfBin(entryOfRow(here), now);
            const { batch, touched } = here;
            rows.push(rowOf(after, { written, ...(batch && { batch }), ...(touched && { touched }) }));
            writing.count(after.pack, 1);
            writing.note(here, after);
            writing.broughtBack++;
          }
        });
        if (rows.length > 0) await entries.bulkPut(rows);
        onProgress?.(++done / all);
      }
    }
    return imported;
  };

  const write = async (order: RestoreOrder): Promise<Restored> => {
    const { records, deed, now, bringBack } = order;
    const ofHighlights = await repository.addMissing(records.highlights, records.pages ?? [], {
      deed,
      now,
      bringBack,
    });
    await addresses.addMissing(records.aliases ?? []);
    const writing = new Writing();
    await bringPacks(order, writing);
    const written = await nextWrite(database);
    const ofEntries = await bringEntries(order, written, writing);
    const imported = await bringLists(order, written, writing);
    await countInto(database, writing.counts, now);
    const lists = writing.lists(deed);
    const { rows } = writing;
    if (rows.length + lists.length > 0)
      await addStep(database, {
        id: deed,
        at: now,
        deed: 'backup',
        ids: rows.map(({ id }) => id),
        rows,
        lists,
      });
    return {
      added: ofHighlights.added + ofEntries.added,
      present: ofHighlights.present + ofEntries.present,
      updated: ofHighlights.updated + ofEntries.updated,
      imported,
      broughtBack: ofHighlights.broughtBack + writing.broughtBack,
    };
  };

  const look = async (records: RestoreRecords): Promise<RestorePreview> => {
    const ofHighlights = await highlights.bulkGet(records.highlights.map(({ id }) => id));
    const ofEntries = await entries.bulkGet(records.entries.map(({ id }) => id));
    const ofPacks = await packs.bulkGet((records.packs ?? []).map(({ id }) => id));
    type Deletable = { readonly deletedAt?: string | undefined };
    const inBin = (incoming: readonly Deletable[], here: readonly (Deletable | undefined)[]) =>
      incoming.filter(({ deletedAt }, index) => !deletedAt && here[index]?.deletedAt).length;
    const there = new Set(await entries.toCollection().primaryKeys());
    let deletedInLists = 0;
    const lists: ListPreview[] = [];
    for (const { pack, entries: said, texts } of records.lists ?? []) {
      let [readable, missing] = [0, 0];
      for (const text of texts) {
        const incoming = entriesOfPart(pack, text);
        const here = await rowsOf(entries, there, incoming);
        readable += incoming.length;
        missing += incoming.length - here.size;
        deletedInLists += [...here.values()].filter(({ deletedAt }) => deletedAt).length;
      }
      const title = records.packs?.find(({ id }) => id === pack)?.title ?? '';
      lists.push({ title, entries: said, readable, new: missing });
    }
    const all = [...ofHighlights, ...ofEntries];
    const present = all.filter((row) => row !== undefined).length;
    return {
      new: all.length - present,
      present,
      lists,
      deleted: {
        highlights: inBin(records.highlights, ofHighlights),
        entries: inBin(records.entries, ofEntries) + deletedInLists,
        packs: inBin(records.packs ?? [], ofPacks),
      },
    };
  };

  return {
    preview: (records) => database.transaction('r', [highlights, entries, packs], () => look(records)),
    run: (order) =>
      database.transaction(
        'rw',
        [highlights, pages, steps, aliases, entries, packs, glossarySteps, erasedPacks],
        () => write(order),
      ),
  };
}
