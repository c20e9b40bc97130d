/**
 * The annotated excerpts of real texts: `recognition/shared/*.json` name a file of the optional folder `../shared` and
 * hold annotations only, never the text. An excerpt is a stretch of the file's readable text (for HTML its blocks
 * joined by U+2029, as `npm run scan` reads it) and carries a hash of its words, so that a changed file is told.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeFile } from '../../scripts/decode-file.ts';
import { blocksOfFile, contextOfFile } from '../../scripts/scan-file.ts';
import type { Passage, Span } from './score-recognition.ts';

/** What is written of an excerpt. `start` and `end` are UTF-16 offsets into the readable text, spans into the excerpt. */
interface Annotations extends Omit<Passage, 'name' | 'text' | 'window' | 'context'> {
  file: string;
  start: number;
  end: number;
  /** First 16 digits of the SHA-256 of the excerpt in UTF-8. */
  hash: string;
}

const folder = join(import.meta.dirname, 'recognition/shared');
const shared = join(import.meta.dirname, '../../../shared');

function shifted<T extends Span>(spans: readonly T[], by: number): T[] {
  return spans.map((span) => ({ ...span, start: span.start + by, end: span.end + by }));
}

/**
 * The annotated excerpts as passages: the whole text of the file, of which only the excerpt is scored, for what
 * stands elsewhere on a page speaks for and against a term. `changed`: excerpts whose file is missing or reads otherwise.
 */
export function readSharedPassages(): { passages: Passage[]; changed: string[] } {
  const passages: Passage[] = [];
  const changed: string[] = [];
  if (!existsSync(shared)) return { passages, changed };
  for (const name of readdirSync(folder).sort()) {
    const { file, start, end, hash, lang, kind, expected, traps } = JSON.parse(
      readFileSync(join(folder, name), 'utf8'),
    ) as Annotations;
    const path = join(shared, file);
    const source = existsSync(path) ? decodeFile(readFileSync(path)) : '';
    const html = file.endsWith('.html');
    const text = blocksOfFile(source, html);
    const read = createHash('sha256').update(text.slice(start, end)).digest('hex').slice(0, 16);
    if (read !== hash) changed.push(name);
    else
      passages.push({
        name: name.replace('.json', ''),
        lang,
        kind,
        text,
        window: { start, end },
        context: contextOfFile(source, html),
        expected: shifted(expected, start),
        traps: shifted(traps, start),
      });
  }
  return { passages, changed };
}
