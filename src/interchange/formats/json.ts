import { type Pack, packSchema } from '../../glossary/pack.ts';
import { decodeAs, decodeText } from '../decode/encoding.ts';
import { parseJsonSafely } from '../decode/json-gate.ts';
import { writeExchangeFile } from '../exchange-file.ts';
import { readExchangeFile } from '../exchange-reading.ts';
import { emptyReading, type FileReading, type ImportChoices, type SourceFile } from '../file-reading.ts';
import type { Format } from '../format.ts';
import { GLOSSARY_FORMAT, readGlossaryFile, writeGlossaryFile } from '../glossary-file.ts';
import { Refusal, type RefusalCode } from '../notices.ts';
import { entryOfConcept } from '../records/from-concept.ts';
import { exchangeOfEntry } from '../records/glossary-entry.ts';
import { finishEntries } from '../tables/finish-entries.ts';
import { readTables } from '../tables/read-tables.ts';
import type { TableRow } from '../tables/table.ts';
import { entriesOfLaws, lawsOf } from './law-list.ts';

const REFUSALS: Readonly<Record<string, RefusalCode>> = {
  'not-json': 'json-broken',
  'not-ours': 'not-ours',
  newer: 'newer',
  'too-large': 'too-large',
};

/** Our file of highlights and entries. */
function readOwn(text: string): FileReading {
  const { highlights, entries, problems } = readExchangeFile(text);
  const refused = problems.find(({ code }) => code !== 'record');
  if (refused) throw new Refusal(REFUSALS[refused.code] ?? 'not-ours');
  const records = problems.filter((problem) => problem.code === 'record');
  return {
    ...emptyReading,
    rows: highlights.length + entries.length + records.length,
    highlights,
    collected: entries,
    taken: entries.map((entry, at) => ({ entry: exchangeOfEntry(entry), row: highlights.length + at + 1 })),
    problems: records.map(({ number, path }) => ({ row: number, code: 'record' as const, text: path })),
  };
}

/** A list of objects as a table: their keys are the headings. Keys are compared as texts, never used as keys of ours. */
function tableOfObjects(list: readonly unknown[]): TableRow[] {
  const places = new Map<string, number>();
  const rows = list.map((value, at) => {
    const cells: string[] = [];
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [key, inner] of Object.entries(value)) {
        const place = places.get(key) ?? places.size;
        places.set(key, place);
        const parts = Array.isArray(inner) ? inner : [inner];
        const texts = parts.filter((part) => typeof part === 'string' || typeof part === 'number');
        cells[place] = texts.join('|');
      }
    }
    return { number: at + 1, cells: Array.from(cells, (cell) => cell ?? '') };
  });
  return [{ number: 0, cells: [...places.keys()] }, ...rows];
}

/** A dictionary of the form `{"人工智慧": "artificial intelligence"}` as a table of two columns. */
function tableOfWords(value: unknown): TableRow[] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const words = Object.entries(value);
  if (words.length === 0 || !words.every(([, word]) => typeof word === 'string')) return undefined;
  return words.map(([key, word], at) => ({ number: at + 1, cells: [key, String(word)] }));
}

const listIn = (value: unknown): readonly unknown[] | undefined => {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.values(value).find((inner) => Array.isArray(inner) && inner.length > 0);
};

const nameIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'formatName' in value ? value.formatName : undefined;

/** The bundled glossary as a file, or one of its form. */
function readPack(pack: Pack): FileReading {
  const sources = new Map(pack.sources.map((source) => [source.id, source]));
  const taken = pack.concepts.map((concept, at) => ({
    entry: entryOfConcept(concept, sources),
    row: at + 1,
  }));
  return { ...emptyReading, rows: taken.length, taken };
}

/** JSON: our own files, packs among them, the law database, or any list of objects with a Chinese and an English field. */
export function readJson({ bytes }: SourceFile, choices: ImportChoices): FileReading {
  const { text, encoding, notices } = choices.encoding
    ? decodeAs(bytes, choices.encoding)
    : decodeText(bytes);
  const value = parseJsonSafely(text);
  const name = nameIn(value);
  if (name === 'policy-gloss') return { ...readOwn(text), encoding, notices };
  if (name === GLOSSARY_FORMAT) {
    const { entries, problems } = readGlossaryFile(value);
    const rows = entries.length + problems.length;
    return { ...emptyReading, encoding, notices, rows, taken: entries, problems };
  }
  const pack = packSchema.safeParse(value);
  if (pack.success) return { ...readPack(pack.data), encoding, notices };
  const laws = lawsOf(value);
  if (laws) {
    const found = entriesOfLaws(laws);
    return finishEntries(
      { ...emptyReading, ...found, variant: 'law-json', encoding, notices, rows: laws.length },
      false,
    );
  }
  const words = tableOfWords(value);
  if (words) {
    const reading = readTables([{ name: '', hidden: false, rows: words }], { ...choices, headerRow: null });
    return { ...reading, encoding, sheets: [], notices: [...notices, ...reading.notices] };
  }
  const list = listIn(value);
  if (!list?.every((item) => typeof item === 'object' && item !== null)) throw new Refusal('not-ours');
  const reading = readTables([{ name: '', hidden: false, rows: tableOfObjects(list) }], choices);
  return { ...reading, encoding, sheets: [], headerRow: null, notices: [...notices, ...reading.notices] };
}

/** Full fidelity. Highlights go out as the backup file does, glossaries in the record model. */
export const json: Format = {
  name: 'json',
  mediaType: 'application/json',
  endings: ['json'],
  kinds: ['glossary', 'highlights'],
  read: readJson,
  build: ({ entries, highlights, pages = [] }, facts) => [
    {
      name: 'policy-gloss.json',
      content:
        facts.kind === 'glossary'
          ? writeGlossaryFile(entries, facts)
          : writeExchangeFile(
              { highlights, entries: [], pages },
              { exportedAt: facts.exportedAt, edition: facts.edition },
            ),
    },
  ],
};
