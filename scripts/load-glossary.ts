/**
 * Reads the authored glossary (YAML under assets/glossary) and validates every record.
 * A bad record is reported with file, entry and path; nothing is guessed.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Concept, conceptSchema } from '../src/glossary/concept.ts';
import { type Pack, packSchema, type Subject, subjectSchema } from '../src/glossary/pack.ts';
import { type Source, sourceSchema } from '../src/glossary/source.ts';
import type { Term } from '../src/glossary/term.ts';
import { termsOfPack } from '../src/matching/pack-terms.ts';
import { wordingVariants } from './wording-variants.ts';

/** Everything authored, with the file each concept came from (path relative to the glossary folder). */
export interface AuthoredGlossary {
  subjects: Subject[];
  sources: Source[];
  concepts: Concept[];
  fileOf: Map<string, string>;
  problems: string[];
}

/** What a pack has beside its heading. */
const CONTENTS = { hash: true, subjects: true, sources: true, concepts: true } as const;

function readEntries(path: string, label: string, problems: string[]): unknown[] {
  const document = parseDocument(readFileSync(path, 'utf8'), { uniqueKeys: true });
  for (const error of document.errors) problems.push(`${label}: ${error.message.split('\n')[0]}`);
  if (document.errors.length > 0) return [];
  const value: unknown = document.toJS();
  if (value === null) return [];
  if (!Array.isArray(value)) {
    problems.push(`${label}: the file must be a list of entries`);
    return [];
  }
  return value;
}

function validate<T>(schema: z.ZodType<T>, entries: unknown[], label: string, problems: string[]): T[] {
  const valid: T[] = [];
  entries.forEach((entry, index) => {
    const result = schema.safeParse(entry);
    if (result.success) {
      valid.push(result.data);
      return;
    }
    const id = (entry as { id?: unknown } | null)?.id;
    const name = typeof id === 'string' ? id : `entry ${index + 1}`;
    for (const issue of result.error.issues)
      problems.push(`${label}: ${name}: ${issue.path.join('.')}: ${issue.message}`);
  });
  return valid;
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

/** Loads `assets/glossary` below `root`. Problems are collected, not thrown, so that all can be shown at once. */
export function loadGlossary(root: string): AuthoredGlossary {
  const folder = join(root, 'assets/glossary');
  const problems: string[] = [];
  const load = <T>(schema: z.ZodType<T>, path: string): T[] => {
    const label = relative(folder, path);
    return validate(schema, readEntries(path, label, problems), label, problems);
  };
  const subjects = load(subjectSchema, join(folder, 'subjects.yaml'));
  const sources = yamlFiles(join(folder, 'sources')).flatMap((path) => load(sourceSchema, path));
  const fileOf = new Map<string, string>();
  const concepts = yamlFiles(join(folder, 'concepts')).flatMap((path) => {
    const loaded = load(conceptSchema, path);
    for (const concept of loaded) {
      const label = relative(folder, path);
      const earlier = fileOf.get(concept.id);
      if (earlier) problems.push(`${label}: ${concept.id}: the id is used already in ${earlier}`);
      else fileOf.set(concept.id, label);
    }
    return loaded;
  });
  return { subjects, sources, concepts, fileOf, problems };
}

/** The concepts with the wordings that Mainland texts have for their terms, to be recognised there. */
function withVariants(concepts: readonly Concept[]): Concept[] {
  const variants = new Map<string, Term[]>();
  for (const { concept, text, advice } of wordingVariants(termsOfPack({ concepts: [...concepts] }))) {
    const term: Term = {
      lang: 'zh-Hans',
      text,
      form: 'variant',
      status: 'proposed',
      generated: true,
      ...(advice && { match: advice }),
    };
    variants.set(concept, [...(variants.get(concept) ?? []), term]);
  }
  return concepts.map((concept) => ({
    ...concept,
    terms: [...concept.terms, ...(variants.get(concept.id) ?? [])],
  }));
}

/** The bundled pack as one JSON value. Throws when the authored files have problems. */
export function compilePack(root: string): Pack {
  const { subjects, sources, concepts, problems } = loadGlossary(root);
  const path = join(root, 'assets/glossary/pack.yaml');
  const [heading] = validate(
    packSchema.omit(CONTENTS),
    readEntries(path, 'pack.yaml', problems),
    'pack.yaml',
    problems,
  );
  if (problems.length > 0)
    throw new Error(`The glossary has ${problems.length} problem(s):\n${problems.join('\n')}`);
  const body = { ...heading, subjects, sources, concepts: withVariants(concepts) };
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  return packSchema.parse({ ...body, hash });
}
