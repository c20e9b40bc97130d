import { describe, expect, it } from 'vitest';
import { compareInitiatives, counterpartsOf } from '../../../src/initiatives/comparison.ts';
import { buildGraph } from '../../../src/initiatives/graph.ts';
import { concept, packOf } from '../../support/concepts.ts';

const source = 'gazette';
const compared = (to: string) => [{ type: 'comparedWith' as const, to, source }];

const graph = buildGraph(
  packOf([
    concept('tw.plan', { lead: ['int.body'], relations: compared('sg.plan') }),
    concept('tw.one', { parent: 'tw.plan', order: 1 }),
    concept('tw.two', { parent: 'tw.plan', order: 2, relations: compared('sg.deep') }),
    concept('tw.three', { parent: 'tw.plan', order: 3 }),
    concept('sg.plan', { jurisdiction: 'SG', related: ['int.body'] }),
    concept('sg.first', { jurisdiction: 'SG', parent: 'sg.plan', order: 1, relations: compared('tw.three') }),
    concept('sg.second', { jurisdiction: 'SG', parent: 'sg.plan', order: 2 }),
    concept('sg.deep', { jurisdiction: 'SG', parent: 'sg.second' }),
    concept('sg.apart', { jurisdiction: 'SG', relations: [{ type: 'basedOn', to: 'tw.one', source }] }),
    concept('int.body', { kind: 'organisation' }),
  ]),
);

describe('two initiatives side by side', () => {
  const comparison = compareInitiatives(graph, 'tw.plan', 'sg.plan')!;

  it('have their parts set against each other where a document does', () => {
    expect(comparison.parts.map(({ left, right, source: by }) => [left?.id, right?.id, by?.id])).toEqual([
      ['tw.one', undefined, undefined],
      ['tw.two', 'sg.deep', 'gazette'],
      ['tw.three', 'sg.first', 'gazette'],
      [undefined, 'sg.second', undefined],
    ]);
  });

  it('have the same pairs from the other side', () => {
    const parts = compareInitiatives(graph, 'sg.plan', 'tw.plan')!.parts;
    expect(parts.map(({ left, right }) => [left?.id, right?.id])).toEqual([
      ['sg.first', 'tw.three'],
      ['sg.second', undefined],
      [undefined, 'tw.one'],
      [undefined, 'tw.two'],
    ]);
  });

  it('have the relations between them', () => {
    expect(comparison.bridges.map(({ from, type, to }) => `${from.id} ${type} ${to.id}`)).toEqual([
      'tw.plan comparedWith sg.plan',
    ]);
    const others = compareInitiatives(graph, 'tw.plan', 'sg.apart')!.bridges;
    expect(others.map(({ from, type, to }) => `${from.id} ${type} ${to.id}`)).toEqual([
      'sg.apart basedOn tw.one',
    ]);
  });

  it('have in common what both are related with', () => {
    expect(comparison.shared.map(({ id }) => id)).toEqual(['int.body']);
  });

  it('must both be there', () => {
    expect(compareInitiatives(graph, 'tw.plan', 'nothing')).toBeUndefined();
    expect(compareInitiatives(graph, 'nothing', 'tw.plan')).toBeUndefined();
  });
});

describe('counterparts', () => {
  it('are what documents compare with an initiative or its parts', () => {
    expect(counterpartsOf(graph, 'tw.plan').map(({ id }) => id)).toEqual(['sg.plan', 'sg.deep', 'sg.first']);
    expect(counterpartsOf(graph, 'sg.apart')).toEqual([]);
    expect(counterpartsOf(graph, 'nothing')).toEqual([]);
  });
});
