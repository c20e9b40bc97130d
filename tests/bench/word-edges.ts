/**
 * `node tests/bench/word-edges.ts`: how well our judgement of word edges and the segmenter of this engine
 * (`Intl.Segmenter`) do on the annotated Chinese passages. A stretch counts as kept when both its ends are word edges.
 */
import { compileTerms } from '../../src/matching/compile.ts';
import { openImage } from '../../src/matching/image.ts';
import { recognise } from '../../src/matching/recognise.ts';
import { inSimplified, readPassages } from '../corpus/score-recognition.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function segmentEdges(text: string): Set<number> {
  const edges = new Set([0, text.length]);
  for (const { index } of segmenter.segment(text)) edges.add(index);
  return edges;
}

/** Stretches of traps in which some term stands that a plain search would mark. */
function trapStretches(
  text: string,
  trap: { start: number; end: number },
  words: readonly string[],
): [number, number][] {
  const found: [number, number][] = [];
  for (const word of words) {
    const at = text.indexOf(word, trap.start);
    if (at >= 0 && at < trap.end) found.push([at, at + word.length]);
  }
  return found;
}

const STRADDLED = [
  '文化部',
  '交通部',
  '經濟部',
  '教育部',
  '內科',
  '大學法',
  '個人資料保護法',
  '檔案法',
  '国家',
  '经济部',
  '内科',
];
const passages = readPassages();
let wanted = 0;
let keptBySegmenter = 0;
let straddled = 0;
let refusedBySegmenter = 0;
let refusedByUs = 0;
for (const { text, expected, traps, lang } of [...passages, ...inSimplified(passages)]) {
  if (lang === 'en') continue;
  const edges = segmentEdges(text);
  for (const { start, end } of expected) {
    wanted++;
    if (edges.has(start) && edges.has(end)) keptBySegmenter++;
  }
  for (const trap of traps)
    for (const [start, end] of trapStretches(text, trap, STRADDLED)) {
      straddled++;
      if (!edges.has(start) || !edges.has(end)) refusedBySegmenter++;
      const word = {
        text: text.slice(start, end),
        lang: 'zh-Hant',
        form: 'full' as const,
        concept: 'x',
        jurisdiction: 'INT',
        rank: 0,
      };
      const hits = recognise(openImage(compileTerms([word])), text);
      const marked = hits.some((value, at) => at % 3 === 0 && value === start);
      if (!marked) refusedByUs++;
    }
}
console.log(
  `Intl.Segmenter: keeps ${keptBySegmenter} of ${wanted} wanted terms, refuses ${refusedBySegmenter} of ${straddled} straddled ones`,
);
console.log(
  `word pairs: refuse ${refusedByUs} of ${straddled} straddled ones (wanted terms: see recognise:score)`,
);
