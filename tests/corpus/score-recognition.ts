/**
 * `npm run recognise:score`: recognises the bundled glossary's terms in the annotated passages of
 * `tests/corpus/recognition` and prints precision, recall and F1 by kind and language, and the traps hit.
 * A passage is `name.txt` (blocks joined by U+2029) with `name.json`: spans that a careful bilingual reader would mark,
 * with concept ids, and traps, which no mark may touch. Those in `heldout` are scored apart, and so are excerpts of real
 * texts where `../shared` exists (shared-passages.ts). `--errors` lists every difference.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import { compilePack } from '../../scripts/load-glossary.ts';
import { wordingVariants } from '../../scripts/wording-variants.ts';
import { compileTerms } from '../../src/matching/compile.ts';
import { openImage, type TermIndex } from '../../src/matching/image.ts';
import type { MatchTerm } from '../../src/matching/match-term.ts';
import { termsOfPack } from '../../src/matching/pack-terms.ts';
import { recognise } from '../../src/matching/recognise.ts';
import { readSharedPassages } from './shared-passages.ts';

/** A stretch of text, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
  surface: string;
}

/** An annotated passage. */
export interface Passage {
  name: string;
  lang: string;
  kind: string;
  text: string;
  /** The part of the text that is annotated, in UTF-16 units; without it, all of it. */
  window?: { start: number; end: number };
  /** Title and headings that the text stands under. */
  context?: string;
  expected: (Span & { concept: string })[];
  traps: Span[];
}

/** Counts for a group of passages. */
export interface Score {
  right: number;
  wrong: number;
  missed: number;
  traps: number;
  trapsHit: number;
}

/** One difference between what was expected and what was recognised. */
export interface Difference {
  passage: string;
  kind: 'missed' | 'wrong' | 'trap';
  surface: string;
  concept: string;
}

const root = join(import.meta.dirname, '../..');
const folder = join(import.meta.dirname, 'recognition');

/** Passages that were written and annotated before the recogniser ever read them, and are not mended for. */
export const HELD_OUT = join(folder, 'heldout');

/** All annotated passages of a folder. */
export function readPassages(from = folder): Passage[] {
  const names = readdirSync(from).filter((name) => name.endsWith('.txt'));
  return names.sort().map((file) => {
    const name = file.slice(0, -4);
    const annotations = JSON.parse(readFileSync(join(from, `${name}.json`), 'utf8')) as Omit<
      Passage,
      'name' | 'text'
    >;
    return { name, text: readFileSync(join(from, file), 'utf8'), ...annotations };
  });
}

/** The same passages in Simplified characters: those in Traditional ones whose length the change keeps. */
export function inSimplified(passages: readonly Passage[]): Passage[] {
  const convert = Converter({ from: 'tw', to: 'cn' });
  return passages
    .filter(({ lang }) => lang === 'zh-Hant')
    .map((passage) => ({ ...passage, text: convert(passage.text), lang: 'zh-Hant as Simplified' }))
    .filter(
      ({ text }, at) => text.length === passages.filter(({ lang }) => lang === 'zh-Hant')[at]?.text.length,
    );
}

/** The bundled glossary, compiled as the extension compiles it. */
export function bundledIndex(): { index: TermIndex; terms: MatchTerm[] } {
  const written = termsOfPack(compilePack(root));
  const terms = [...written, ...wordingVariants(written)];
  return { index: openImage(compileTerms(terms)), terms };
}

function emptyScore(): Score {
  return { right: 0, wrong: 0, missed: 0, traps: 0, trapsHit: 0 };
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Scores passages, by group: `all`, `kind …`, `language …`. */
export function scorePassages(
  { index, terms }: { index: TermIndex; terms: readonly MatchTerm[] },
  passages: readonly Passage[],
): { scores: Map<string, Score>; differences: Difference[] } {
  const scores = new Map<string, Score>();
  const differences: Difference[] = [];
  for (const passage of passages) {
    const { context = '' } = passage;
    const hits = recognise(index, passage.text, { context });
    const { window = { start: 0, end: passage.text.length } } = passage;
    const marks = Array.from({ length: hits.length / 3 }, (_, at) => ({
      start: hits[at * 3] ?? 0,
      end: hits[at * 3 + 1] ?? 0,
      concept: terms[hits[at * 3 + 2] ?? 0]?.concept ?? '',
    })).filter((mark) => overlaps(mark, window));
    const isRight = (mark: (typeof marks)[number]): boolean =>
      passage.expected.some(
        ({ start, end, concept }) => start === mark.start && end === mark.end && concept === mark.concept,
      );
    const wrong = marks.filter((mark) => !isRight(mark));
    const missed = passage.expected.filter(
      ({ start, end, concept }) =>
        !marks.some((mark) => mark.start === start && mark.end === end && mark.concept === concept),
    );
    const trapsHit = passage.traps.filter((trap) => marks.some((mark) => overlaps(mark, trap)));
    const report = (
      kind: Difference['kind'],
      spans: { start: number; end: number; concept?: string }[],
    ): void => {
      for (const { start, end, concept = '' } of spans)
        differences.push({ passage: passage.name, kind, surface: passage.text.slice(start, end), concept });
    };
    report('wrong', wrong);
    report('missed', missed);
    report('trap', trapsHit);
    for (const group of ['all', `kind: ${passage.kind}`, `language: ${passage.lang}`]) {
      const score = scores.get(group) ?? emptyScore();
      scores.set(group, {
        right: score.right + marks.length - wrong.length,
        wrong: score.wrong + wrong.length,
        missed: score.missed + missed.length,
        traps: score.traps + passage.traps.length,
        trapsHit: score.trapsHit + trapsHit.length,
      });
    }
  }
  return { scores, differences };
}

/** Share of marks that are right, 0 to 1; 1 when there are none. */
export function precision({ right, wrong }: Score): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

/** Share of expected marks that were made, 0 to 1; 1 when none was expected. */
export function recall({ right, missed }: Score): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}

function printScores(scores: Map<string, Score>): void {
  console.log('| group | marks | precision | recall | F1 | traps hit |');
  console.log('|---|---|---|---|---|---|');
  for (const [group, score] of [...scores].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [p, r] = [precision(score), recall(score)];
    const f1 = p + r === 0 ? 0 : (2 * p * r) / (p + r);
    console.log(
      `| ${group} | ${score.right + score.wrong} | ${p.toFixed(3)} | ${r.toFixed(3)} | ${f1.toFixed(3)} | ${score.trapsHit} of ${score.traps} |`,
    );
  }
}

if (import.meta.main) {
  const bundled = bundledIndex();
  const { passages: real, changed } = readSharedPassages();
  const groups = [
    { passages: readPassages() },
    { heading: 'Held out', passages: readPassages(HELD_OUT) },
    ...(real.length > 0 ? [{ heading: 'Real texts, where ../shared exists', passages: real }] : []),
  ];
  for (const { heading, passages } of groups) {
    const { scores, differences } = scorePassages(bundled, [...passages, ...inSimplified(passages)]);
    if (heading) console.log(`\n${heading}:\n`);
    printScores(scores);
    if (process.argv.includes('--errors'))
      for (const { passage, kind, surface, concept } of differences)
        console.log(`${passage}: ${kind}: ${JSON.stringify(surface)} ${concept}`);
  }
  if (changed.length > 0) console.log(`\nchanged since they were annotated: ${changed.join(', ')}`);
}
