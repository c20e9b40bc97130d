import { unpackZip } from '../decode/zip-gate.ts';
import { emptyReading, type FileReading, type ImportChoices, type SourceFile } from '../file-reading.ts';
import { MOST_ENTRIES } from '../limits.ts';
import { Refusal } from '../notices.ts';
import { finishEntries } from '../tables/finish-entries.ts';
import { readDelimited } from './delimited.ts';
import { readOds } from './ods-reader.ts';
import { readXlsx } from './xlsx-reader.ts';

const READERS = [
  { ending: /\.ods$/i, read: readOds },
  { ending: /\.xlsx$/i, read: readXlsx },
  { ending: /\.(csv|tsv)$/i, read: readDelimited },
] as const;

const readerOf = (name: string) =>
  /(^|\/)(\.|__MACOSX)/.test(name) ? undefined : READERS.find(({ ending }) => ending.test(name));

/** Name of a list inside an archive, which is what the academy files its terms under. */
const subjectOf = (name: string): string =>
  name
    .replace(/^.*\//, '')
    .replace(/\.[^.]+$/, '')
    .trim();

/** An archive of lists, as the national academy gives its terms out: one ODS a subject. */
export async function readListArchive({ bytes }: SourceFile, choices: ImportChoices): Promise<FileReading> {
  const members = unpackZip(bytes, (name) => readerOf(name) !== undefined);
  if (members.size === 0) throw new Refusal('not-a-list');
  const readings: FileReading[] = [];
  let count = 0;
  for (const [name, content] of members) {
    const reading = await readerOf(name)?.read({ name, bytes: content }, { ...choices, sheet: undefined });
    if (!reading) continue;
    const taken = reading.taken.map((row) => ({
      ...row,
      entry: { ...row.entry, subject: row.entry.subject || subjectOf(name) },
    }));
    readings.push({ ...reading, taken });
    count += taken.length;
    // Not only at the end: an archive may hold two thousand lists.
    if (count > MOST_ENTRIES) throw new Refusal('too-many-entries', { most: MOST_ENTRIES, count });
  }
  const [first] = readings;
  return finishEntries(
    {
      ...emptyReading,
      sheet: [...members.keys()].join(', '),
      sheets: [...members.keys()],
      headerRow: first?.headerRow ?? null,
      columns: first?.columns ?? [],
      rows: readings.reduce((sum, { rows }) => sum + rows, 0),
      taken: readings.flatMap(({ taken }) => taken),
      problems: readings.flatMap(({ problems }) => problems),
      notices: readings.flatMap(({ notices }) => notices),
    },
    false,
  );
}
