import { inOneLine } from '../clean-export.ts';
import { cleanImported, newHygiene } from '../decode/clean-import.ts';
import { decodeAs, decodeText } from '../decode/encoding.ts';
import {
  emptyReading,
  type FileReading,
  type ImportChoices,
  type SourceFile,
  type TakenEntry,
} from '../file-reading.ts';
import type { BuildFacts, Format } from '../format.ts';
import { LONGEST_TERM, LONGEST_TEXT, MOST_ROWS } from '../limits.ts';
import { type Notice, Refusal, type RowProblem } from '../notices.ts';
import { type ExchangeEntry, plainEntry, plainTerm, termsOfSide } from '../records/exchange-entry.ts';
import { finishEntries } from '../tables/finish-entries.ts';
import { statusWord } from '../tables/headings.ts';

/**
 * OmegaT's own glossary: UTF-8 lines of source, target, comment. It knows no quoting, trims fields, and takes a line that
 * begins with `#` for a remark, so such a term is written with the full-width sign (tried with OmegaT 3.6).
 */
function field(text: string): string {
  return inOneLine(text).replace(/^#/, '＃');
}

/** What a translator sees beside a pair: status unless it is only proposed, subject, note. */
function commentOf(entry: ExchangeEntry, target: ExchangeEntry['terms'][number], facts: BuildFacts): string {
  const status = target.status === 'proposed' ? '' : statusWord(target.status, facts.language);
  const note = facts.language === 'en' ? entry.note.en || entry.note.zh : entry.note.zh || entry.note.en;
  return inOneLine([status, entry.subject, note].filter(Boolean).join(' · '));
}

function* pairLines(entry: ExchangeEntry, facts: BuildFacts): Generator<string> {
  const [from, to] = facts.direction === 'zh-en' ? (['zh', 'en'] as const) : (['en', 'zh'] as const);
  for (const source of termsOfSide(entry, from)) {
    for (const target of termsOfSide(entry, to))
      yield [field(source.text), inOneLine(target.text), commentOf(entry, target, facts)].join('\t');
  }
}

const HAN = /\p{Script=Han}/u;

/** Which way the pairs of a file stand: source in Chinese unless the second column is. */
function isTurned(lines: readonly (readonly string[])[]): boolean {
  let [first, second] = [0, 0];
  for (const [source = '', target = ''] of lines.slice(0, 2_000)) {
    if (HAN.test(source)) first++;
    if (HAN.test(target)) second++;
  }
  return second > first;
}

function readPairs({ bytes }: SourceFile, choices: ImportChoices): FileReading {
  const decoded = choices.encoding ? decodeAs(bytes, choices.encoding) : decodeText(bytes);
  const hygiene = newHygiene();
  const lines = decoded.text
    .split(/\r\n|\r|\n/)
    .map((text, at) => ({ number: at + 1, text }))
    .filter(({ text }) => text.trim() !== '' && !text.startsWith('#'));
  if (lines.length > MOST_ROWS) throw new Refusal('too-many-rows', { most: MOST_ROWS });
  if (lines.length === 0) throw new Refusal('empty');
  const rows = lines.map(({ number, text }) => ({
    number,
    cells: text.split('\t').map((cell) => cleanImported(cell, hygiene)),
  }));
  const turned = isTurned(rows.map(({ cells }) => cells));
  const taken: TakenEntry[] = [];
  const problems: RowProblem[] = [];
  for (const { number, cells } of rows) {
    const [source = '', target = '', comment = ''] = cells;
    const [zh, en] = turned ? [target, source] : [source, target];
    const problem = (code: RowProblem['code']) =>
      problems.push({ row: number, code, text: (zh || en).slice(0, 60) });
    if (zh === '') problem('no-chinese');
    else if (en === '') problem('no-english');
    else if (Math.max(zh.length, en.length) > LONGEST_TERM) problem('term-too-long');
    else if (comment.length > LONGEST_TEXT) problem('text-too-long');
    else {
      const entry = plainEntry([plainTerm('zh-Hant', zh), plainTerm('en', en)]);
      taken.push({ row: number, entry: { ...entry, note: { zh: comment, en: '' } } });
    }
  }
  const notices: Notice[] = [...decoded.notices];
  if (hygiene.control > 0) notices.push({ code: 'control-characters', blanks: { count: hygiene.control } });
  if (hygiene.bidi > 0) notices.push({ code: 'bidi-characters', blanks: { count: hygiene.bidi } });
  const sides = turned ? (['en', 'zh'] as const) : (['zh', 'en'] as const);
  return finishEntries(
    {
      ...emptyReading,
      encoding: decoded.encoding,
      delimiter: '\t',
      columns: [...sides, 'note' as const].map((name, at) => ({ column: at + 1, heading: '', field: name })),
      rows: rows.length,
      taken,
      problems,
      notices,
    },
    true,
  );
}

/** The plain glossary of OmegaT, which Xbench and others read too. */
export const omegat: Format = {
  name: 'omegat',
  mediaType: 'text/plain',
  endings: ['utf8', 'tab'],
  kinds: ['glossary'],
  read: readPairs,
  build: ({ entries }, facts) => {
    const head = `# ${inOneLine(facts.title)} ${facts.edition} -*- coding: utf-8 -*-`;
    const lines = entries.flatMap((entry) => [...pairLines(entry, facts)]);
    return [{ name: 'glossary.utf8', content: `${[head, ...lines].join('\n')}\n` }];
  },
};
