import { isStandingPack } from '../glossary/pack-record.ts';
import type { PolicyGlossDatabase } from './database.ts';
import type { StoredEntry } from './stored-entry.ts';

/** An imported pack as copies are made of it. */
export interface PackToCopy {
  readonly id: string;
  readonly title: string;
  /** Equal as long as no import has touched the pack. */
  readonly signature: string;
}

/** Some entries of a pack as lines of JSON. */
export interface PackPart {
  readonly text: string;
  readonly entries: number;
}

/** Reads imported packs for copies: the entries that the reader had no hand in; the others are in every backup. */
export interface PackParts {
  list(): Promise<PackToCopy[]>;
  /** The same entries make the same parts, whatever came and went beside them. */
  parts(pack: string): AsyncIterable<PackPart>;
}

/** Rows read in one go. */
const READ = 1_000;
/** Entries in a part, about; and most of them; and UTF-16 units from which it ends. */
const USUAL = 2_048;
const MOST = 4 * USUAL;
const LONG = 2_000_000;

/** Whether a part ends after the entry: as its id says, so that one more entry in the middle moves no other part's ends. */
function endsPart(id: string): boolean {
  return Number.parseInt(id.slice(-4), 16) % USUAL === 0;
}

function lineOf({
  keys: _,
  written: __,
  batch: ___,
  touched: ____,
  pack: _____,
  ...row
}: StoredEntry): string {
  return JSON.stringify(row);
}

/** The parts of the packs in the extension's database. */
export function createPackParts({ entries, packs }: PolicyGlossDatabase): PackParts {
  return {
    list: async () =>
      (await packs.toArray())
        .filter(({ id }) => !isStandingPack(id))
        .map(({ id, title, updatedAt, count }) => ({ id, title, signature: `${updatedAt} ${count}` })),
    async *parts(pack) {
      let lines: string[] = [];
      let length = 0;
      const part = (): PackPart => {
        const made = { text: lines.join('\n'), entries: lines.length };
        lines = [];
        length = 0;
        return made;
      };
      for (let last = ''; ; ) {
        const rows = await entries
          .where('[pack+id]')
          .between([pack, last], [pack, '\uffff'], false)
          .limit(READ)
          .toArray();
        for (const row of rows) {
          if (row.touched || row.deletedAt) continue;
          const line = lineOf(row);
          lines.push(line);
          length += line.length;
          if (endsPart(row.id) || lines.length === MOST || length >= LONG) yield part();
        }
        if (rows.length < READ) break;
        last = rows.at(-1)!.id;
      }
      if (lines.length > 0) yield part();
    },
  };
}
