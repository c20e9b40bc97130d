import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeIndex } from '../../../src/matching/change-index.ts';
import { compileTerms } from '../../../src/matching/compile.ts';
import { openImage } from '../../../src/matching/image.ts';
import type { MatchTerm } from '../../../src/matching/match-term.ts';
import { recognise } from '../../../src/matching/recognise.ts';
import { WINDOW } from '../../../src/matching/scanner/layout.ts';
import { foldToKey } from '../../../src/text/fold.ts';
import { term } from '../../support/match-terms.ts';
import { naiveExact, naiveFolded } from '../../support/naive-recogniser.ts';

/**
 * An index is costly beside a text: each list of terms meets so many texts, which makes 10,000 cases of each property.
 */
const TEXTS = 25;
const RUNS = { numRuns: 10_000 / TEXTS };
const LONG = 120_000;

function pairs(hits: Iterable<number>): number[] {
  return [...hits].filter((_, at) => at % 3 !== 2);
}

/** Advice that leaves letter case free. */
const FREE_CASE = { mark: 'always' as const, near: [], notAfter: [], notBefore: [], case: 'free' as const };

/** Few different units, so that terms overlap, nest and share beginnings. */
const exactUnit = fc.constantFrom(...'甲乙丙丁aA1 ');
const exactTerms = fc.array(fc.string({ unit: exactUnit, minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 12,
});
const exactText = fc.string({ unit: exactUnit, maxLength: 40 });

/** Units with forms to fold, gaps of all kinds and Latin letters; none that begins a name tail or makes a word. */
const foldedUnit = fc.constantFrom(...'鱷鳄後后xyzＹ7 \u3000\u200b\u00ad-—、');
const foldedTerms = fc.array(fc.string({ unit: foldedUnit, minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 10,
});
const foldedText = fc.string({ unit: foldedUnit, maxLength: 30 });

type Hits = (text: string) => number[];

/** Both matchers: their terms and texts, an index of terms, and what trying all would find. */
const MATCHERS = [
  {
    name: 'exact matching',
    terms: exactTerms,
    text: exactText,
    matcher: (terms: readonly string[]): Hits => {
      const index = openImage(
        compileTerms(
          terms.map((text) => term(text)),
          { rules: 'exact' },
        ),
      );
      return (text) => [...recognise(index, text)];
    },
    naive: naiveExact,
    keyOf: (text: string) => text,
  },
  {
    name: 'all rules',
    terms: foldedTerms,
    text: foldedText,
    matcher: (terms: readonly string[]): Hits => {
      const index = openImage(compileTerms(terms.map((text) => term(text, { advice: FREE_CASE }))));
      return (text) => [...recognise(index, text)];
    },
    naive: naiveFolded,
    keyOf: foldToKey,
  },
] as const;

function moved(hits: readonly number[], by: number): number[] {
  return hits.map((value, at) => (at % 3 === 2 ? value : value + by));
}

describe.each(MATCHERS)('recognise: properties of $name', ({ terms, text, matcher, naive, keyOf }) => {
  const texts = fc.array(text, { minLength: TEXTS, maxLength: TEXTS });

  it(
    'equals trying every term at every place',
    () => {
      fc.assert(
        fc.property(terms, texts, (terms, texts) => {
          const hits = matcher(terms);
          for (const text of texts) expect(pairs(hits(text))).toEqual(naive(terms, text));
        }),
        RUNS,
      );
    },
    LONG,
  );

  it(
    'names the term that stands there',
    () => {
      fc.assert(
        fc.property(terms, texts, (terms, texts) => {
          const hits = matcher(terms);
          for (const text of texts) {
            const found = hits(text);
            for (let at = 0; at < found.length; at += 3)
              expect(keyOf(text.slice(found[at], found[at + 1]))).toBe(
                keyOf(terms[found[at + 2] ?? 0] ?? ''),
              );
          }
        }),
        RUNS,
      );
    },
    LONG,
  );

  it(
    'is the same at every call, and in slices of blocks as in all of them together',
    () => {
      fc.assert(
        fc.property(terms, texts, fc.array(fc.boolean(), { minLength: TEXTS }), (terms, texts, cuts) => {
          const hits = matcher(terms);
          const whole = hits(texts.join('\u2029'));
          expect(hits(texts.join('\u2029'))).toEqual(whole);
          const inSlices: number[] = [];
          let origin = 0;
          let slice: string[] = [];
          texts.forEach((text, at) => {
            slice.push(text);
            if (!cuts[at] && at < texts.length - 1) return;
            const joined = slice.join('\u2029');
            inSlices.push(...moved(hits(joined), origin));
            origin += joined.length + 1;
            slice = [];
          });
          expect(inSlices).toEqual(whole);
        }),
        RUNS,
      );
    },
    LONG,
  );
});

describe('recognise: properties', () => {
  it('finds the same wherever the text lies in the windows of the scan', () => {
    const index = openImage(
      compileTerms(['數位發展部', '智慧 nation', 'data centre'].map((text) => term(text))),
    );
    const piece = '的數位\n發展部、data centres，智慧nation。';
    const offsets = [...recognise(index, piece)];
    for (let lead = 2980; lead < 3120; lead++) {
      const text = '無'.repeat(lead) + piece.repeat(400);
      const found = recognise(index, text);
      expect(found.length).toBe(offsets.length * 400);
      expect([...found.slice(0, offsets.length)]).toEqual(
        offsets.map((value, at) => (at % 3 === 2 ? value : value + lead)),
      );
    }
  });

  it.each(['exact', 'full'] as const)('finds a hit at every unit of a window (%s rules)', (rules) => {
    const index = openImage(compileTerms([term('無'), term('有無')], { rules }));
    const image = index.image.bytes.slice();
    for (let length = WINDOW - 40; length < WINDOW + 40; length++) {
      const found = recognise(index, '無'.repeat(length));
      expect(found.length).toBe(length * 3);
      expect([...found.slice(-3)]).toEqual([length - 1, length, 0]);
    }
    expect(index.image.bytes).toEqual(image);
  });

  it.each([
    { changes: 'a few changes', most: 8, gone: 2, runs: RUNS.numRuns },
    { changes: 'many changes', most: 150, gone: 60, runs: 30 },
  ])(
    'recognises after $changes what a new index of all terms recognises',
    ({ most, gone, runs }) => {
      const unit = fc.constantFrom(...'鱷鳄後后xyz7 -、');
      const word = fc.string({ unit, minLength: 1, maxLength: 5 });
      const written = fc.record({
        text: word,
        rank: fc.integer({ min: 0, max: 2 }),
        jurisdiction: fc.constantFrom('TW', 'INT'),
      });
      const texts = fc.array(fc.string({ unit, maxLength: 30 }), { minLength: TEXTS, maxLength: TEXTS });
      const lists = fc.array(written, { minLength: 1, maxLength: most });
      fc.assert(
        fc.property(
          lists,
          lists,
          fc.array(fc.nat(most - 1), { maxLength: gone }),
          texts,
          (base, added, numbers, texts) => {
            const whole = (part: { text: string }): MatchTerm =>
              term(part.text, { advice: FREE_CASE, ...part });
            const removed = numbers.filter((number) => number < base.length);
            const changed = changeIndex(openImage(compileTerms(base.map(whole))), {
              added: added.map(whole),
              removed,
              textOf: (number) => base[number]?.text ?? '',
            });
            const kept = base.map((part, number) =>
              removed.includes(number) ? { ...part, text: '' } : part,
            );
            const anew = openImage(compileTerms([...kept, ...added].map(whole)));
            for (const text of texts)
              expect([...recognise(changed, text)]).toEqual([...recognise(anew, text)]);
          },
        ),
        { numRuns: runs },
      );
    },
    LONG,
  );
});
