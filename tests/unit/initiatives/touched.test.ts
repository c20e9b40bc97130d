import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../../src/initiatives/graph.ts';
import { type TouchedPlan, touchedPlans } from '../../../src/initiatives/touched.ts';
import { concept, packOf, term } from '../../support/concepts.ts';

const graph = buildGraph(
  packOf([
    concept('whole'),
    concept('part', { parent: 'whole' }),
    concept('other-part', { parent: 'whole' }),
    concept('small'),
    concept('thing', { kind: 'concept', initiatives: ['part', 'other-part'] }),
    concept('body', { kind: 'organisation', terms: [term('zh-Hant', '機關')] }),
  ]),
);

const shape = (plans: readonly TouchedPlan[]): unknown[] =>
  plans.map(({ id, count, parts }) => [id, count, ...(parts.length > 0 ? [shape(parts)] : [])]);

describe('the plans that a page touches', () => {
  it.each([
    { name: 'nothing', counts: {}, tree: [] },
    { name: 'what belongs to no plan', counts: { body: 4 }, tree: [] },
    { name: 'a plan by itself', counts: { small: 2 }, tree: [['small', 2]] },
    { name: 'a part stands below its whole', counts: { part: 3 }, tree: [['whole', 3, [['part', 3]]]] },
    {
      name: 'the most named first, wholes count their parts',
      counts: { small: 2, whole: 1, 'other-part': 4 },
      tree: [
        ['whole', 5, [['other-part', 4]]],
        ['small', 2],
      ],
    },
    {
      name: 'a concept of two parts counts once for their whole',
      counts: { thing: 2 },
      tree: [
        [
          'whole',
          2,
          [
            ['part', 2],
            ['other-part', 2],
          ],
        ],
      ],
    },
    { name: 'what the glossary does not know', counts: { unknown: 9 }, tree: [] },
  ])('$name', ({ counts, tree }) => {
    expect(shape(touchedPlans(graph, new Map(Object.entries(counts))))).toEqual(tree);
  });
});
