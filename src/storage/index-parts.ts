import type { Concept } from '../glossary/concept.ts';
import { termKey } from '../glossary/entry-keys.ts';
import { BUNDLED_PACK, MY_PACK } from '../glossary/pack-ids.ts';
import type { PackRecord } from '../glossary/pack-record.ts';
import { type PackTerm, rankOfPack, termsOfEntry, termsOfPack } from '../matching/pack-terms.ts';
import { DirectoryWriter } from '../matching/term-directory.ts';
import type { PolicyGlossDatabase } from './database.ts';
import { lastWrite } from './entry-writes.ts';
import { entryOfRow, type StoredEntry } from './stored-entry.ts';

/** The bundled pack and the packs in use, as an index is built of them. */
export class IndexPlan {
  /** Packs that are marked, the first in priority first. */
  readonly enabled: readonly PackRecord[];
  readonly #concepts: readonly Concept[];
  #keys: Map<string, ReadonlySet<string>> | undefined;

  constructor(concepts: readonly Concept[], packs: readonly PackRecord[]) {
    this.enabled = packs.filter(({ enabled }) => enabled);
    this.#concepts = this.priorityOf(BUNDLED_PACK) === undefined ? [] : concepts;
  }

  /** Place of a pack among those that are marked. */
  priorityOf(id: string): number | undefined {
    const at = this.enabled.findIndex((pack) => pack.id === id);
    return at < 0 ? undefined : at;
  }

  /** Packs whose entries are in the store. */
  get stored(): readonly PackRecord[] {
    return this.enabled.filter(({ id }) => id !== BUNDLED_PACK);
  }

  /** Terms of the bundled pack but for the concepts that are not to be marked. */
  bundledTerms(unmarked: ReadonlySet<string>): PackTerm[] {
    const concepts =
      unmarked.size > 0 ? this.#concepts.filter(({ id }) => !unmarked.has(id)) : this.#concepts;
    return termsOfPack({ concepts: [...concepts] }, this.priorityOf(BUNDLED_PACK) ?? 0);
  }

  /** Keys of the wordings of a bundled concept that is marked. */
  keysOfConcept(concept: string): ReadonlySet<string> | undefined {
    this.#keys ??= new Map(this.#concepts.map(({ id, terms }) => [id, new Set(terms.map(termKey))]));
    return this.#keys.get(concept);
  }

  /** Terms that an entry is marked by; none when it is in the bin, not to be marked, or of a pack that is not. */
  termsOf(row: StoredEntry): PackTerm[] {
    const priority = this.priorityOf(row.pack);
    const entry = entryOfRow(row);
    if (priority === undefined || entry.deletedAt || !entry.mark) return [];
    return termsOfEntry(entry, {
      priority,
      keysOfConcept: (concept) => (entry.pack === MY_PACK ? this.keysOfConcept(concept) : undefined),
    });
  }
}

/** The bundled concept that an entry of the reader's own says is not to be marked. */
export function unmarkedBy(row: StoredEntry): string | undefined {
  return row.pack === MY_PACK && row.concept && row.mark === false && !row.deletedAt
    ? row.concept
    : undefined;
}

/** All terms that are to be compiled, in the order of their numbers, and the directory of those from the store. */
export interface IndexParts {
  readonly terms: PackTerm[];
  readonly directory: ArrayBuffer;
  readonly upTo: number;
  readonly unmarked: readonly string[];
}

/** Entries read in one go. */
const PART = 1_000;

/** Concepts of the bundled pack that are not to be marked. */
async function unmarkedConcepts({ entries }: PolicyGlossDatabase): Promise<string[]> {
  const collected = await entries.where('concept').above('').toArray();
  return [...new Set(collected.flatMap((row) => unmarkedBy(row) ?? []))].sort();
}

/** Reads the terms of all packs part by part. `onEntries` is told how many entries were read. */
export async function readIndexParts(
  database: PolicyGlossDatabase,
  plan: IndexPlan,
  onEntries: (count: number) => void,
): Promise<IndexParts> {
  // What is written while we read has a higher number, and comes in as a change.
  const upTo = await lastWrite(database);
  const unmarked = await unmarkedConcepts(database);
  const terms = plan.bundledTerms(new Set(unmarked));
  const writer = new DirectoryWriter();
  let read = 0;
  for (const { id: pack } of plan.stored) {
    writer.beginSegment(rankOfPack(plan.priorityOf(pack) ?? 0));
    for (let last = ''; ; ) {
      const rows = await database.entries
        .where('[pack+id]')
        .between([pack, last], [pack, '\uffff'], false)
        .limit(PART)
        .toArray();
      for (const row of rows) {
        const own = plan.termsOf(row);
        if (own.length === 0) continue;
        const concept = own[0]?.concept;
        writer.add(row.id, own, concept === row.concept ? concept : undefined);
        for (const term of own) terms.push(term);
      }
      read += rows.length;
      onEntries(read);
      if (rows.length < PART) break;
      last = rows.at(-1)!.id;
    }
  }
  return { terms, directory: writer.finish(), upTo, unmarked };
}
