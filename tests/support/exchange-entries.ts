import fc from 'fast-check';
import type { BuildFacts } from '../../src/interchange/format.ts';
import {
  type ExchangeEntry,
  type ExchangeTerm,
  plainEntry,
  plainTerm,
} from '../../src/interchange/records/exchange-entry.ts';
import type { Loss, Records } from '../../src/interchange/records/losses.ts';

/** Facts of an export for tests. */
export function factsFor(change: Partial<BuildFacts> = {}): BuildFacts {
  return {
    kind: 'glossary',
    exportedAt: '2026-03-04T05:06:07.000Z',
    edition: '2026-01-01',
    title: '測試詞彙',
    language: 'zh',
    layout: 'concepts',
    direction: 'zh-en',
    currentOnly: false,
    agencyName: () => undefined,
    ...change,
  };
}

/** An entry of one pair. */
export function pairOf(zh: string, en: string, change: Partial<ExchangeEntry> = {}): ExchangeEntry {
  return { ...plainEntry([plainTerm('zh-Hant', zh), plainTerm('en', en)]), ...change };
}

/** Texts that are likely to break a format: mark-up, delimiters, formulas, quotes, other planes, line breaks, blanks. */
const nasty = fc.constantFrom(
  '=1+1',
  '+886',
  '-5',
  '@x',
  "'=x",
  '"quoted"',
  'a,b',
  'a\tb',
  'a;b',
  '甲；乙',
  '甲|乙',
  '甲、乙',
  '#甲',
  '<b>&amp;</b>',
  ']]>',
  '𠮷野家',
  '臺灣',
  'a\nb',
  '  x  ',
  'x  y',
  '{=AP}',
  '角頻[率]',
  '（甲）',
  '\u00a0x',
  'e\u0301',
  '\ufeffx',
  '0x',
  '1/2',
  '00123',
  '\u0001x',
  '\ud800',
  'TRUE',
  'null',
  '\\n',
  '**x**',
);
const words = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[一-龥]{1,6}$/) },
  { weight: 3, arbitrary: fc.stringMatching(/^[A-Za-z][a-z -]{0,10}[a-z]$/) },
  { weight: 2, arbitrary: nasty },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }) },
);
const text = fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 3, arbitrary: words });
const date = fc.constantFrom('', '2024', '2024-05', '2024-05-06', '2026-01-02T03:04:05.000Z');

const term = (lang: ExchangeTerm['lang'], own: fc.Arbitrary<string>): fc.Arbitrary<ExchangeTerm> =>
  fc.record({
    lang: fc.constant(lang),
    text: own,
    form: fc.constantFrom('full', 'short', 'abbreviation', 'variant'),
    status: fc.constantFrom('official', 'accepted', 'proposed', 'superseded', 'discouraged'),
    source: text,
    usage: text,
    partOfSpeech: fc.constantFrom('', 'noun', 'verb'),
    region: fc.constantFrom('', '臺灣'),
    from: fc.constantFrom('', '2024-05-06'),
    to: fc.constantFrom('', '2025-05-06'),
    contexts: fc.array(fc.record({ text: words, source: text }), { maxLength: 2 }),
  });

/** Any entry of exchange. */
export const anyEntry: fc.Arbitrary<ExchangeEntry> = fc.record({
  id: fc.oneof(
    fc.constant(''),
    fc.uuid(),
    fc.stringMatching(/^tw\.[a-z]{2,5}(-[a-z]{2,4})?$/),
    fc.constantFrom('1', '2'),
  ),
  subject: text,
  definition: fc.record({ zh: text, en: text }),
  note: fc.record({ zh: text, en: text }),
  source: text,
  terms: fc
    .tuple(
      fc.array(term('zh-Hant', words), { maxLength: 2 }),
      fc.array(term('zh-Hans', words), { maxLength: 1 }),
      fc.array(term('en', words), { maxLength: 2 }),
    )
    .map((lists) => lists.flat())
    .filter(({ length }) => length > 0),
  created: date,
  changed: date,
  other: fc.array(fc.record({ name: fc.constantFrom('kind', 'related'), value: words }), { maxLength: 2 }),
});

/**
 * The difference of two sets of records, counted another way than the product does: every leaf of every record by its
 * path, with the words of its term or concept as its place; what the first has more often than the second is lost.
 */
export function independentDifference(before: Records, after: Records): Map<string, number> {
  const leaves = (records: Records): string[] =>
    records.entries.flatMap((entry) => [
      ...(entry.terms.length > 1
        ? [JSON.stringify(['grouping', entry.terms.map((one) => [one.lang, one.text].join(' ')).sort()])]
        : []),
      ...entry.terms.flatMap((one) => {
        const { lang, text: own, contexts, ...rest } = one;
        const place = [lang, own];
        return [
          JSON.stringify(['term', place]),
          ...Object.entries(rest)
            .filter(
              ([name, value]) =>
                value !== '' &&
                !(name === 'status' && value === 'proposed') &&
                !(name === 'form' && value === 'full'),
            )
            .map(([name, value]) => JSON.stringify([name, place, value])),
          ...contexts.map((context) =>
            JSON.stringify(['context', place, `${context.text} — ${context.source}`]),
          ),
        ];
      }),
      ...Object.entries({
        id: entry.id,
        subject: entry.subject,
        definitionZh: entry.definition.zh,
        definitionEn: entry.definition.en,
        noteZh: entry.note.zh,
        noteEn: entry.note.en,
        definitionSource: entry.source,
        created: entry.created,
        changed: entry.changed,
      })
        .filter(([, value]) => value !== '')
        .map((leaf) => JSON.stringify(leaf)),
      ...entry.other.map(({ name, value }) => JSON.stringify([name, value])),
    ]);
  const left = leaves(after).sort();
  const lost = new Map<string, number>();
  for (const leaf of leaves(before).sort()) {
    const at = left.indexOf(leaf);
    if (at >= 0) left.splice(at, 1);
    else {
      const [field] = JSON.parse(leaf) as [string];
      lost.set(field, (lost.get(field) ?? 0) + 1);
    }
  }
  return lost;
}

/** A loss report as counts by field. */
export function lossCounts(losses: readonly Loss[]): Map<string, number> {
  return new Map(losses.map(({ field, count }) => [field, count]));
}
