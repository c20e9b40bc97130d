import type { z } from 'zod';
import { type Concept, conceptSchema } from '../../src/glossary/concept.ts';
import { type Pack, packSchema } from '../../src/glossary/pack.ts';
import { type Source, sourceSchema } from '../../src/glossary/source.ts';
import { type Term, termSchema } from '../../src/glossary/term.ts';

/** A document that can be looked up. */
export const gazette: Source = sourceSchema.parse({
  id: 'gazette',
  body: { 'zh-Hant': '行政院', en: 'Executive Yuan' },
  title: { 'zh-Hant': '行政院公報' },
  date: '2024-05-20',
  url: 'https://gazette.example/1',
});

/** A term, official in the gazette unless said otherwise. */
export function term(lang: Term['lang'], text: string, rest: Partial<z.input<typeof termSchema>> = {}): Term {
  return termSchema.parse({ lang, text, status: 'official', source: 'gazette', ...rest });
}

/** An initiative with one term in each language, named after its id, with everything else as given. */
export function concept(id: string, rest: Partial<z.input<typeof conceptSchema>> = {}): Concept {
  return conceptSchema.parse({
    id,
    kind: 'initiative',
    subject: 'policy',
    jurisdiction: 'TW',
    definition: { 'zh-Hant': '一項政策。', en: 'A policy.' },
    sources: ['gazette'],
    terms: [term('zh-Hant', `政策${id}`), term('en', `policy ${id}`)],
    ...rest,
  });
}

/** A pack of concepts with one subject and the gazette. */
export function packOf(concepts: readonly Concept[], sources: readonly Source[] = [gazette]): Pack {
  return packSchema.parse({
    id: 'test',
    title: { 'zh-Hant': '測試', en: 'Test' },
    edition: '2025-01-01',
    licence: 'CC-BY-4.0',
    hash: '0'.repeat(64),
    subjects: [{ id: 'policy', label: { 'zh-Hant': '政策', en: 'Policy' } }],
    sources: [...sources],
    concepts: [...concepts],
  });
}
