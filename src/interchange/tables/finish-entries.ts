import type { FileReading, TakenEntry } from '../file-reading.ts';
import { MOST_ENTRIES } from '../limits.ts';
import { type Notice, Refusal, type RowProblem } from '../notices.ts';
import { type ExchangeEntry, termsOfSide } from '../records/exchange-entry.ts';
import { areSimplified } from './simplified.ts';

const blanks = /\s+/g;

/**
 * What makes two rows the same: terms, compared without width of blanks and, in English, without case; and an id that
 * does more than count rows.
 */
function sameKey(entry: ExchangeEntry): string {
  const words = entry.terms.map(({ lang, text }) => {
    const folded = text.normalize('NFC').replace(blanks, ' ');
    return `${lang === 'en' ? 'en' : lang} ${lang === 'en' ? folded.toLowerCase() : folded}`;
  });
  return [/^\d*$/.test(entry.id) ? '' : entry.id, ...words.toSorted()].join('\u0000');
}

/** An id that stands for several meanings is a counter that began anew: it is dropped. */
function withoutRepeatedIds(taken: readonly TakenEntry[]): TakenEntry[] {
  const seen = new Map<string, number>();
  for (const { entry } of taken) if (entry.id) seen.set(entry.id, (seen.get(entry.id) ?? 0) + 1);
  return taken.map((row) =>
    (seen.get(row.entry.id) ?? 0) > 1 ? { ...row, entry: { ...row.entry, id: '' } } : row,
  );
}

/** Rows of a table that share id and one side are one concept (cells merged down, a row a synonym). */
function joinConcepts(taken: readonly TakenEntry[]): TakenEntry[] {
  const joined: TakenEntry[] = [];
  const places = new Map<string, number>();
  for (const row of taken) {
    const { entry } = row;
    const shared = (side: 'zh' | 'en') =>
      `${side} ${entry.id} ${termsOfSide(entry, side)
        .map(({ text }) => text)
        .join('\u0000')}`;
    const at = entry.id ? (places.get(shared('zh')) ?? places.get(shared('en'))) : undefined;
    const first = at === undefined ? undefined : joined[at];
    if (at !== undefined && first) {
      const added = entry.terms.filter(
        ({ lang, text }) => !first.entry.terms.some((term) => term.lang === lang && term.text === text),
      );
      joined[at] = { ...first, entry: { ...first.entry, terms: [...first.entry.terms, ...added] } };
      continue;
    }
    if (entry.id) {
      places.set(shared('zh'), joined.length);
      places.set(shared('en'), joined.length);
    }
    joined.push(row);
  }
  return joined;
}

const FORMULA = /^[=＝@＠][\p{L}\p{N}(+-]|^[+-].*[|(!]/u;

function noticesOf(taken: readonly TakenEntry[]): Notice[] {
  const notices: Notice[] = [];
  const formulas = taken.filter(({ entry }) => entry.terms.some(({ text }) => FORMULA.test(text)));
  if (formulas.length > 0) {
    const rows = formulas.slice(0, 10).map(({ row }) => row);
    notices.push({ code: 'formula-like', blanks: { count: formulas.length, rows: rows.join(', ') } });
  }
  return notices;
}

/** Terms in Simplified Chinese that the file passes off as Traditional. */
function withScript(taken: readonly TakenEntry[]): { taken: TakenEntry[]; notices: Notice[] } {
  const unmarked = taken.flatMap(({ entry }) => entry.terms.filter(({ lang }) => lang === 'zh-Hant'));
  if (!areSimplified(unmarked.map(({ text }) => text))) return { taken: [...taken], notices: [] };
  const marked = taken.map((row) => ({
    ...row,
    entry: {
      ...row.entry,
      terms: row.entry.terms.map((term) =>
        term.lang === 'zh-Hant' ? { ...term, lang: 'zh-Hans' as const } : term,
      ),
    },
  }));
  return { taken: marked, notices: [{ code: 'simplified', blanks: { count: unmarked.length } }] };
}

/**
 * Last step of every reading of foreign entries: joins rows of one concept, leaves out repeats, checks the script and the
 * number. `joining` is off for formats whose entries are concepts already.
 */
export function finishEntries(reading: FileReading, joining: boolean): FileReading {
  const rows = withoutRepeatedIds(joining ? joinConcepts(reading.taken) : reading.taken);
  const seen = new Map<string, number>();
  const taken: TakenEntry[] = [];
  const problems: RowProblem[] = [...reading.problems];
  for (const row of rows) {
    const key = sameKey(row.entry);
    if (joining && seen.has(key)) {
      problems.push({ row: row.row, code: 'same', text: row.entry.terms[0]?.text ?? '' });
      continue;
    }
    seen.set(key, row.row);
    taken.push(row);
  }
  if (taken.length > MOST_ENTRIES)
    throw new Refusal('too-many-entries', { most: MOST_ENTRIES, count: taken.length });
  const scripted = withScript(taken);
  const byRow = problems.toSorted((a, b) => a.row - b.row);
  return {
    ...reading,
    taken: scripted.taken,
    problems: byRow,
    notices: [...reading.notices, ...noticesOf(taken), ...scripted.notices],
  };
}
