import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeIndex } from '../../../src/matching/change-index.ts';
import { compileTerms } from '../../../src/matching/compile.ts';
import { openImage } from '../../../src/matching/image.ts';
import type { MatchTerm } from '../../../src/matching/match-term.ts';
import { recognise } from '../../../src/matching/recognise.ts';
import { foldToKey } from '../../../src/text/fold.ts';
import { term } from '../../support/match-terms.ts';
import { naiveExact, naiveFolded } from '../../support/naive-recogniser.ts';

const RUNS = { numRuns: 10_000 };
const LONG = 120_000;

function pairs(hits: Int32Array): number[] {
  return [...hits].filter((_, at) => at % 3 !== 2);
}

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

describe('recognise: properties', () => {
  it(
    'exact matching equals trying every term at every place',
    () => {
      fc.assert(
        fc.property(exactTerms, exactText, (terms, text) => {
          const index = openImage(
            compileTerms(
              terms.map((text) => term(text)),
              { rules: 'exact' },
            ),
          );
          expect(pairs(recognise(index, text))).toEqual(naiveExact(terms, text));
        }),
        RUNS,
      );
    },
    LONG,
  );

  // An index is costly beside a text: each list of terms meets several texts.
  it(
    'all rules equal comparing every stretch of text by key',
    () => {
      fc.assert(
        fc.property(foldedTerms, fc.array(foldedText, { minLength: 25, maxLength: 25 }), (terms, texts) => {
          const free = terms.map((text) => term(text, { advice: FREE_CASE }));
          const index = openImage(compileTerms(free));
          for (const text of texts) expect(pairs(recognise(index, text))).toEqual(naiveFolded(terms, text));
        }),
        { numRuns: 400 },
      );
    },
    LONG,
  );

  it(
    'every hit is the term it names',
    () => {
      fc.assert(
        fc.property(foldedTerms, fc.array(foldedText, { minLength: 25, maxLength: 25 }), (terms, texts) => {
          const index = openImage(compileTerms(terms.map((text) => term(text, { advice: FREE_CASE }))));
          for (const text of texts) {
            const hits = recognise(index, text);
            for (let at = 0; at < hits.length; at += 3) {
              const surface = text.slice(hits[at], hits[at + 1]);
              expect(foldToKey(surface)).toBe(foldToKey(terms[hits[at + 2] ?? 0] ?? ''));
            }
          }
        }),
        { numRuns: 400 },
      );
    },
    LONG,
  );

  it(
    'is the same at every call, and in a text of many blocks as in each block alone',
    () => {
      const blocks = fc.array(foldedText, { minLength: 1, maxLength: 25 });
      fc.assert(
        fc.property(foldedTerms, blocks, (terms, texts) => {
          const index = openImage(compileTerms(terms.map((text) => term(text, { advice: FREE_CASE }))));
          const joined = texts.join('\u2029');
          const once = [...recognise(index, joined)];
          expect([...recognise(index, joined)]).toEqual(once);
          let origin = 0;
          const alone = texts.flatMap((text) => {
            const hits = [...recognise(index, text)].map((value, at) =>
              at % 3 === 2 ? value : value + origin,
            );
            origin += text.length + 1;
            return hits;
          });
          expect(once).toEqual(alone);
        }),
        { numRuns: 1000 },
      );
    },
    LONG,
  );

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

  it(
    'recognises with a changed index what a new index of all terms recognises',
    () => {
      const unit = fc.constantFrom(...'鱷鳄後后xyz7 -、');
      const word = fc.string({ unit, minLength: 1, maxLength: 5 });
      const written = fc.record({
        text: word,
        rank: fc.integer({ min: 0, max: 2 }),
        jurisdiction: fc.constantFrom('TW', 'INT'),
      });
      const texts = fc.array(fc.string({ unit, maxLength: 30 }), { minLength: 25, maxLength: 25 });
      const lists = fc.array(written, { minLength: 1, maxLength: 8 });
      fc.assert(
        fc.property(
          lists,
          lists,
          fc.array(fc.nat(7), { maxLength: 2 }),
          texts,
          (base, added, gone, texts) => {
            const whole = (part: { text: string }): MatchTerm =>
              term(part.text, { advice: FREE_CASE, ...part });
            const removed = gone.filter((number) => number < base.length);
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
        { numRuns: 400 },
      );
    },
    LONG,
  );
});

const FREE_CASE = { mark: 'always' as const, near: [], notAfter: [], notBefore: [], case: 'free' as const };
