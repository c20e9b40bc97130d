import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportFile } from '../../src/interchange/export-file.ts';
import { singleAnnotation } from '../../src/interchange/formats/annotation.ts';
import { formatNamed } from '../../src/interchange/registry.ts';
import { factsFor } from '../support/exchange-entries.ts';
import { highlightOf } from '../support/records.ts';
import { validates } from '../support/schema-draft-4.ts';

const folder = join(import.meta.dirname, '../../../shared/schemas/web-annotation-tests');
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const schemas = new Map(
  ['definitions', 'annotations', 'annotations/bodiesTargets', 'annotations/specificResource'].flatMap(
    (place) =>
      readdirSync(join(folder, place))
        .filter((name) => name.endsWith('.json'))
        .map((name) => [name, read(`${place}/${name}`)] as const),
  ),
);

const facts = factsFor({ kind: 'highlights' });
const samples = [
  highlightOf(1),
  highlightOf(2, {
    note: '註',
    tags: ['a', 'b'],
    concepts: [{ id: 'x', surface: 'x', zh: '甲', en: 'a', status: 'official', edition: '2026-01-01' }],
    selectors: [
      { type: 'TextQuoteSelector', exact: '第2段', prefix: '', suffix: '' },
      { type: 'TextPositionSelector', start: 3, end: 6 },
    ],
  }),
].map((highlight) => singleAnnotation(highlight, facts));

const musts: string[] = read('annotations/annotationMusts.test').assertions;

describe('what the W3C asks of an annotation', () => {
  it.each(musts.map((path) => path.split('/').at(-1) ?? path))('%s', (name) => {
    const schema = schemas.get(name);
    expect(schema, name).toBeDefined();
    for (const annotation of samples)
      expect(validates(schema, annotation, schemas)).toBe(schema.expectedResult !== 'invalid');
  });

  it('is not there in an annotation without an id', () => {
    const { id: _, ...bare } = samples[0] as Record<string, unknown>;
    expect(validates(schemas.get('3.1-annotationIdValidated.json'), bare, schemas)).toBe(false);
  });

  it('has only keys of its context', async () => {
    const context = read('../anno.jsonld')['@context'];
    const known = new Set([...Object.keys(context), '@context', 'id', 'type']);
    const { files } = await exportFile(
      formatNamed('annotation')!,
      { entries: [], highlights: [highlightOf(1)] },
      facts,
    );
    const check = (value: unknown) => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        if (!Array.isArray(value))
          expect(known.has(key) || known.has(key.split(':')[0] ?? ''), key).toBe(true);
        check(inner);
      }
    };
    check(JSON.parse(String(files[0]?.content)));
  });
});
