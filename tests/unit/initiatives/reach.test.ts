import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGlossary } from '../../../scripts/load-glossary.ts';
import { buildGraph } from '../../../src/initiatives/graph.ts';
import { isRootPlan, stepsToPlan } from '../../../src/initiatives/reach.ts';
import { concept, packOf } from '../../support/concepts.ts';

describe('stepsToPlan', () => {
  const graph = buildGraph(
    packOf([
      concept('plan'),
      concept('axis', { parent: 'plan' }),
      concept('item', { parent: 'axis' }),
      concept('body', { kind: 'organisation' }),
      concept('led', { parent: 'axis', lead: ['body'] }),
      concept('office', { kind: 'organisation', parent: 'body' }),
      concept('desk', { kind: 'organisation', related: ['office'] }),
      concept('island', { kind: 'concept' }),
    ]),
  );

  it.each([
    ['plan', 0],
    ['axis', 1],
    ['item', 1],
    ['body', 1],
    ['office', 2],
    ['desk', undefined],
    ['island', undefined],
    ['nothing', undefined],
  ])('of %s are %s', (id, steps) => {
    expect(stepsToPlan(graph, id, 2)).toBe(steps);
  });

  it('knows a whole plan', () => {
    expect(isRootPlan(graph, 'plan')).toBe(true);
    expect(isRootPlan(graph, 'axis')).toBe(false);
    expect(isRootPlan(graph, 'body')).toBe(false);
  });
});

/** Terms drawn, steps allowed, and the share of them that must get there. */
const SAMPLE = 200;
const MOST_STEPS = 2;
const LEAST_SHARE = 0.9;

/** Spreads keys evenly, the same in every run (FNV-1a with a finish): an entry more or less changes one draw, not all. */
function lot(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

describe('from a term of the glossary', () => {
  const { subjects, sources, concepts } = loadGlossary(join(import.meta.dirname, '../../..'));
  const graph = buildGraph({ ...packOf([]), subjects, sources, concepts });
  const terms = concepts
    .flatMap(({ id, terms: own }) => own.map(({ lang, text }) => ({ id, key: `${id} ${lang} ${text}` })))
    .sort((a, b) => lot(a.key) - lot(b.key));

  it(`a whole plan is at most ${MOST_STEPS} presses away for ${LEAST_SHARE * 100} % of ${SAMPLE} drawn`, () => {
    const drawn = terms.slice(0, SAMPLE);
    expect(drawn).toHaveLength(SAMPLE);
    const lost = drawn.filter(({ id }) => stepsToPlan(graph, id, MOST_STEPS) === undefined);
    console.log(`${SAMPLE - lost.length} of ${SAMPLE} terms lead to a plan in ${MOST_STEPS} presses`);
    expect(1 - lost.length / SAMPLE, lost.map(({ key }) => key).join('\n')).toBeGreaterThanOrEqual(
      LEAST_SHARE,
    );
  });
});
