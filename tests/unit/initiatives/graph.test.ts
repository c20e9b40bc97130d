import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Concept, conceptSchema } from '../../../src/glossary/concept.ts';
import type { Pack } from '../../../src/glossary/pack.ts';
import { buildGraph } from '../../../src/initiatives/graph.ts';

function initiative(id: string, change: object = {}): Concept {
  return conceptSchema.parse({
    id,
    kind: 'initiative',
    subject: 'artificial-intelligence',
    jurisdiction: 'TW',
    definition: { 'zh-Hant': '方案', en: 'A plan' },
    sources: ['source'],
    terms: [{ lang: 'zh-Hant', text: id, status: 'proposed' }],
    ...change,
  });
}

const packOf = (concepts: Concept[]) => ({ concepts, sources: [] }) as unknown as Pack;

describe('buildGraph', () => {
  const graph = buildGraph(
    packOf([
      initiative('whole', { lead: ['body'] }),
      initiative('second', { parent: 'whole', order: 2 }),
      initiative('first', {
        parent: 'whole',
        order: 1,
        relations: [{ type: 'partOf', to: 'whole', source: 'other' }],
      }),
      initiative('deep', {
        parent: 'first',
        relations: [{ type: 'succeeds', to: 'second', source: 'other' }],
      }),
    ]),
  );

  it('orders the parts', () => {
    expect(graph.parts('whole').map(({ id }) => id)).toEqual(['first', 'second']);
  });

  it('leads from the whole down', () => {
    expect(graph.path('deep').map(({ id }) => id)).toEqual(['whole', 'first', 'deep']);
  });

  it('has every relation at both ends, derived ones too, each once', () => {
    expect(graph.edges('first').filter(({ type }) => type === 'partOf')).toEqual([
      { type: 'partOf', other: 'whole', outgoing: true, source: { id: 'source' } },
      { type: 'partOf', other: 'deep', outgoing: false, source: { id: 'source' } },
    ]);
    expect(graph.edges('body')).toEqual([
      { type: 'ledBy', other: 'whole', outgoing: false, source: { id: 'source' } },
    ]);
  });

  it('ends on any data, cycles included, and every path ends in its concept', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const parents = fc.array(fc.option(fc.constantFrom(...ids, 'nowhere'), { nil: undefined }), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(parents, (chosen) => {
        const made = buildGraph(
          packOf(ids.map((id, at) => initiative(id, chosen[at] === undefined ? {} : { parent: chosen[at] }))),
        );
        for (const id of ids) {
          const path = made.path(id).map((concept) => concept.id);
          expect(path.at(-1)).toBe(id);
          expect(new Set(path).size).toBe(path.length);
        }
      }),
    );
  });
});
