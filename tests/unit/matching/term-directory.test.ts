import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conceptOfEntry } from '../../../src/glossary/entry-concept.ts';
import type { PackTerm } from '../../../src/matching/pack-terms.ts';
import { DirectoryWriter, joinedDirectory, openDirectory } from '../../../src/matching/term-directory.ts';

const anyTerm = fc.record({
  text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.isWellFormed()),
  lang: fc.constantFrom('zh-Hant', 'zh-Hans', 'en'),
  form: fc.constantFrom('full', 'short', 'abbreviation', 'variant'),
});
const anyEntry = fc.record({
  id: fc.uuid(),
  terms: fc.array(anyTerm, { maxLength: 4 }),
  concept: fc.option(fc.constantFrom('tw.a', 'tw.b'), { nil: undefined }),
});
/** Packs of entries, no id twice, in the order of ids within a pack. */
const anyPacks = fc
  .uniqueArray(anyEntry, { selector: ({ id }) => id, maxLength: 30 })
  .chain((entries) =>
    fc
      .nat({ max: entries.length })
      .map((at) =>
        [entries.slice(0, at), entries.slice(at)].map((pack) =>
          pack.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        ),
      ),
  );

describe('the directory of stored terms', () => {
  it('gives every term back by number, and the numbers of every entry', () => {
    fc.assert(
      fc.property(anyPacks, (packs) => {
        const writer = new DirectoryWriter();
        const wanted: PackTerm[] = [];
        const places: [string, number, number][] = [];
        packs.forEach((pack, priority) => {
          writer.beginSegment(priority * 10);
          for (const { id, terms, concept } of pack) {
            places.push([id, wanted.length, wanted.length + terms.length]);
            writer.add(id, terms, concept);
            for (const term of terms)
              wanted.push({
                ...term,
                concept: concept ?? conceptOfEntry(id),
                jurisdiction: 'INT',
                rank: priority * 10,
              });
          }
        });
        const directory = openDirectory(writer.finish());
        expect(directory.termCount).toBe(wanted.length);
        expect(wanted.map((_, number) => directory.at(number))).toEqual(wanted);
        for (const [id, from, to] of places) expect(directory.termsOfEntry(id)).toEqual([from, to]);
        expect(directory.at(wanted.length)).toBeUndefined();
        expect(directory.termsOfEntry('00000000-0000-0000-0000-000000000000')).toBeUndefined();
        // As the list of terms itself would answer.
        const joined = joinedDirectory([], directory, []);
        const asked = new Set(['tw.a', ...wanted.slice(0, 3).map(({ concept }) => concept)]);
        const unabridged = wanted.flatMap(({ concept, form }, number) =>
          asked.has(concept) && form !== 'abbreviation' ? [number] : [],
        );
        expect([...joined.fullTermsOf(asked)].sort((a, b) => a - b)).toEqual(unabridged);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses what is none, or of another version', () => {
    const buffer = new DirectoryWriter().finish();
    expect(openDirectory(buffer).termCount).toBe(0);
    new Uint32Array(buffer)[0] = 99;
    expect(() => openDirectory(buffer)).toThrow(RangeError);
    expect(() => openDirectory(new ArrayBuffer(4))).toThrow(RangeError);
  });
});
