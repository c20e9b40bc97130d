/**
 * `node scripts/make-words.ts DICT`: writes `assets/text/words.json`, the words of two characters that the judgement
 * of word edges knows, from a word list with frequencies (lines `word frequency part-of-speech`): the dictionary of
 * jieba (MIT licence), as published in the npm package @node-rs/jieba 2.0.3, `dict.txt`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldText } from '../src/text/fold.ts';

/** Rarer words are left out: they straddle edges by chance more often than by meaning. */
const LEAST_FREQUENCY = 150;

function commonPairs(dictionary: string): Map<string, Set<string>> {
  const pairs = new Map<string, Set<string>>();
  for (const line of dictionary.split('\n')) {
    const [word = '', frequency = '0', kind = ''] = line.split(' ');
    if (!/^\p{Script=Han}{2}$/u.test(word) || word.length !== 2) continue;
    if (Number(frequency) < LEAST_FREQUENCY || kind.startsWith('nr')) continue;
    const folded = foldText(word);
    const seconds = pairs.get(folded.charAt(0)) ?? new Set();
    pairs.set(folded.charAt(0), seconds.add(folded.charAt(1)));
  }
  return pairs;
}

const path = process.argv[2];
if (path === undefined) throw new Error('name the dictionary file');
const pairs = commonPairs(readFileSync(path, 'utf8'));
const words = [...pairs]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([first, seconds]) => first + [...seconds].sort().join(''))
  .join(' ');
const note =
  'Folded words of two characters, grouped: first character, then all second ones. From the dictionary of jieba, Copyright (c) 2013 Sun Junyi, MIT licence. Made by scripts/make-words.ts; do not edit.';
writeFileSync(
  join(import.meta.dirname, '../assets/text/words.json'),
  `${JSON.stringify({ note, words }, null, 2)}\n`,
);
