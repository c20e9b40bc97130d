import { join } from 'node:path';
import { compileTerms } from '../src/matching/compile.ts';
import { openImage } from '../src/matching/image.ts';
import { termsOfPack } from '../src/matching/pack-terms.ts';
import { compilePack } from './load-glossary.ts';
import type { ScanGlossary } from './scan-file.ts';

/** The bundled glossary, ready to scan with. */
export function loadScanGlossary(): ScanGlossary {
  const pack = compilePack(join(import.meta.dirname, '..'));
  const terms = termsOfPack(pack);
  return {
    pack,
    terms,
    index: openImage(compileTerms(terms)),
    concepts: new Map(pack.concepts.map((concept) => [concept.id, concept])),
  };
}
