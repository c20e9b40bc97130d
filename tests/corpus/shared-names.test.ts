import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeFile } from '../../scripts/decode-file.ts';
import { scanText } from '../../scripts/scan-file.ts';
import { loadScanGlossary } from '../../scripts/scan-glossary.ts';
import { foldText, foldToKey } from '../../src/text/fold.ts';

const shared = join(import.meta.dirname, '../../../shared');
const glossary = loadScanGlossary();

/** The saved pages and texts, decoded as a browser would. */
const files = ['texts', 'pages', 'seeds'].flatMap((folder) =>
  readdirSync(join(shared, folder))
    .filter((name) => /\.(txt|html)$/.test(name))
    .map((name) => ({
      name: `${folder}/${name}`,
      text: decodeFile(readFileSync(join(shared, folder, name))),
    })),
);

/** Names that must be marked wherever they stand: the ten initiatives, their themes, the four groups, all ministries. */
const wanted = [...glossary.concepts.values()].filter(
  ({ id, parent, kind, terms }) =>
    /^tw\.ten-ai\.[a-z-]+$/.test(id) ||
    /^tw\.smart-nation-2\.(technology|industry|governance|inclusion)$/.test(id) ||
    (kind === 'organisation' && parent === 'tw.org.ey' && terms.some(({ text }) => text.endsWith('部'))),
);
const names = wanted.flatMap((concept) =>
  concept.terms
    .filter(({ lang, match }) => lang === 'zh-Hant' && (match?.mark ?? 'always') === 'always')
    .map(({ text }) => ({ id: concept.id, text })),
);

/** The text without white space, folded, with where each unit stood. */
function squeezed(text: string): { text: string; at: number[] } {
  const folded = foldText(text);
  const at: number[] = [];
  let squeezedText = '';
  for (let index = 0; index < folded.length; index++) {
    if (/\s/.test(text[index]!)) continue;
    squeezedText += folded[index];
    at.push(index);
  }
  return { text: squeezedText, at };
}

describe('names on the saved texts', () => {
  it('knows which names to look for', () => {
    expect(wanted.length).toBeGreaterThanOrEqual(10 + 4 + 14);
  });

  it.each(files.filter(({ name }) => name.endsWith('.txt')))('marks every one in $name', ({ name, text }) => {
    const rows = scanText(name, text, false, glossary);
    const covered = new Uint8Array(text.length);
    for (const { start, end } of rows) covered.fill(1, start, end);
    const { text: plain, at } = squeezed(text);
    const missed: string[] = [];
    for (const { text: written } of names) {
      const key = squeezed(written).text;
      for (let found = plain.indexOf(key); found >= 0; found = plain.indexOf(key, found + 1)) {
        const start = at[found]!;
        const end = at[found + key.length - 1]!;
        // A blank line between two paragraphs ends a word, whatever stands around it.
        if (/\n\s*\n/.test(text.slice(start, end))) continue;
        if (covered[start] && covered[end]) continue;
        missed.push(`${written}: …${text.slice(Math.max(0, start - 8), end + 9).replace(/\s+/g, ' ')}…`);
      }
    }
    expect(missed).toEqual([]);
  });

  it.each(files)('gives exact spans in $name', ({ name, text }) => {
    const html = name.endsWith('.html');
    const keys = new Set(glossary.terms.map((term) => foldToKey(term.text)));
    for (const row of scanText(name, text, html, glossary)) {
      const slice = text.slice(row.start, row.end);
      if (!html) expect(slice).toBe(row.surface);
      const key = foldToKey(row.surface);
      const singular = key.replace(/(?:'s|s'|es|s|')$/, '');
      const isKnown =
        keys.has(key) ||
        [...[singular], key.replace(/s$/, ''), key.replace(/ies$/, 'y')].some((form) => keys.has(form));
      expect(isKnown, `${row.surface} is a wording of ${row.term}`).toBe(true);
    }
  });
});
