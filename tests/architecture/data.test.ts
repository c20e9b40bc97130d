import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { loadGlossary } from '../../scripts/load-glossary.ts';

const root = join(import.meta.dirname, '../..');
const assets = join(root, 'assets');

const files = readdirSync(assets, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(json|ya?ml)$/.test(name))
  .sort();

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(assets, name), 'utf8'));
}

type Texts = { readonly [key: string]: string | Texts };
const texts: z.ZodType<Texts> = z.lazy(() => z.record(z.string(), z.union([z.string().min(1), texts])));

/** A table of words or characters: nothing empty in it, whatever its shape. What it means is tested where it is used. */
type Table = string | number | boolean | readonly Table[] | { readonly [key: string]: Table };
const table: z.ZodType<Table> = z.lazy(() =>
  z.union([
    z.string().min(1),
    z.number(),
    z.boolean(),
    z.array(table).min(1),
    z.record(z.string(), table).refine((record) => Object.keys(record).length > 0),
  ]),
);

/** Which schema a JSON file has. The authored glossary (YAML) has its own, checked below. */
const schemas: readonly { files: RegExp; schema: z.ZodType }[] = [
  { files: /^locales\/[\w-]+\/\w+\.json$/, schema: texts },
  {
    files: /^public\/_locales\/\w+\/messages\.json$/,
    schema: z.record(
      z.string(),
      z.strictObject({ message: z.string().min(1), description: z.string().min(1) }),
    ),
  },
  {
    files: /^releases\.json$/,
    schema: z
      .array(
        z.strictObject({
          version: z.string().regex(/^\d+\.\d+\.\d+$/),
          date: z.iso.date(),
          items: z
            .array(
              z.strictObject({
                'zh-TW': z.string().min(1),
                en: z.string().min(1),
                to: z.string().startsWith('#/').optional(),
              }),
            )
            .min(1),
        }),
      )
      .min(1),
  },
  {
    files: /^matching\/scanner\.json$/,
    schema: z.strictObject({ note: z.string().min(20), module: z.base64(), units: z.base64() }),
  },
  // Every table says in words what it is.
  {
    files: /^(text|interchange|addresses|termwork)\/[a-z-]+\.json$/,
    schema: z.object({ note: z.string().min(20) }).catchall(table),
  },
];

describe('the data files', () => {
  it('are there', () => {
    expect(files.filter((name) => name.endsWith('.json')).length).toBeGreaterThan(5);
    expect(files.filter((name) => name.endsWith('.yaml')).length).toBeGreaterThan(5);
  });

  it.each(files.filter((name) => name.endsWith('.json')))('%s has a schema and keeps to it', (name) => {
    const found = schemas.filter(({ files }) => files.test(name));
    expect(found).toHaveLength(1);
    expect(found[0]?.schema.safeParse(read(name)).error?.issues ?? []).toEqual([]);
  });

  it.each(files.filter((name) => !name.endsWith('.json')))('%s is YAML of the glossary', (name) => {
    expect(name).toMatch(/^glossary\/.*\.yaml$/);
    const documents = parseAllDocuments(readFileSync(join(assets, name), 'utf8'), { uniqueKeys: true });
    expect(documents).toHaveLength(1);
    expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
  });

  it('of the glossary have no problems', () => {
    expect(loadGlossary(root).problems).toEqual([]);
  });
});

/** Paths of all texts with the names they are filled with; forms for numbers count as one text. */
function placeholders(value: Texts, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string') {
      const names = [...inner.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]);
      found.set(path + key.replace(plural, ''), [...new Set(names)].sort().join(' '));
    } else for (const [rest, names] of placeholders(inner, `${path}${key}.`)) found.set(rest, names);
  }
  return found;
}

const plural = /_(zero|one|two|few|many|other)$/;

/** Paths of texts that have forms for numbers, with their forms. */
function pluralForms(value: Texts, path = ''): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'string') {
      for (const [rest, forms] of pluralForms(inner, `${path}${key}.`)) found.set(rest, forms);
      continue;
    }
    const form = plural.exec(key)?.[1];
    const stem = path + key.replace(plural, '');
    if (form) found.set(stem, (found.get(stem) ?? new Set()).add(form));
  }
  return found;
}

describe('the interface texts', () => {
  const parts = files
    .filter((name) => name.startsWith('locales/en/'))
    .map((name) => name.slice('locales/en/'.length));

  it('have the same files in both languages', () => {
    expect(files.filter((name) => name.startsWith('locales/')).sort()).toEqual(
      ['en', 'zh-TW'].flatMap((language) => parts.map((part) => `locales/${language}/${part}`)).sort(),
    );
  });

  it.each(parts)('%s has the same keys and the same blanks in both languages', (part) => {
    const en = placeholders(texts.parse(read(`locales/en/${part}`)));
    const zh = placeholders(texts.parse(read(`locales/zh-TW/${part}`)));
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
    for (const [key, names] of en) expect(zh.get(key), key).toBe(names);
  });

  it.each(['en', 'zh-TW'])('have in %s all forms that numbers ask for', (language) => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
    for (const part of parts) {
      for (const [key, forms] of pluralForms(texts.parse(read(`locales/${language}/${part}`))))
        expect([...forms].sort(), key).toEqual(wanted);
    }
  });

  it('of the browser have the same keys in both languages', () => {
    const en = Object.keys(z.record(z.string(), z.unknown()).parse(read('public/_locales/en/messages.json')));
    const zh = Object.keys(
      z.record(z.string(), z.unknown()).parse(read('public/_locales/zh_TW/messages.json')),
    );
    expect(zh).toEqual(en);
  });
});
