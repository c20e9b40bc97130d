import { describe, expect, it } from 'vitest';
import type { Concept } from '../../../src/glossary/concept.ts';
import { buildGraph } from '../../../src/initiatives/graph.ts';
import { layOutNet, type NetGroup, neighbourhood } from '../../../src/initiatives/neighbourhood.ts';
import { concept, packOf } from '../../support/concepts.ts';

const source = 'gazette';
const MEASURES = { row: 10, toGroup: 100, toMember: 100, box: 60 };

const concepts: readonly Concept[] = [
  concept('tw.plan', {
    parent: 'tw.whole',
    lead: ['tw.body'],
    related: ['tw.loose', 'tw.body'],
    relations: [
      { type: 'succeeds', to: 'tw.before', source },
      { type: 'comparedWith', to: 'sg.a', source },
    ],
  }),
  concept('tw.after', { relations: [{ type: 'succeeds', to: 'tw.plan', source }] }),
  concept('sg.b', { relations: [{ type: 'comparedWith', to: 'tw.plan', source }] }),
  ...[3, 1, 2].map((order) => concept(`tw.part-${order}`, { parent: 'tw.plan', order })),
  concept('tw.word', { kind: 'concept', initiatives: ['tw.plan'] }),
  ...['tw.whole', 'tw.before', 'sg.a', 'tw.loose'].map((id) => concept(id)),
  concept('tw.body', { kind: 'organisation' }),
];
const graph = buildGraph(packOf(concepts));

function told({ type, outgoing, side, members }: NetGroup): string {
  return `${side} ${type}${outgoing ? '>' : '<'} ${members.map((member) => member.concept.id).join(' ')}`;
}

describe('the neighbourhood', () => {
  it('groups neighbours by relation: what a plan comes from, and what comes of it', () => {
    expect(neighbourhood(graph, 'tw.plan', 10).map(told)).toEqual([
      'origin partOf> tw.whole',
      'outcome partOf< tw.part-1 tw.part-2 tw.part-3',
      'origin succeeds> tw.before',
      'outcome succeeds< tw.after',
      'origin ledBy> tw.body',
      'origin comparedWith> sg.a sg.b',
      'outcome member< tw.word',
      'outcome related> tw.loose',
    ]);
  });

  it('says what shows a typed relation', () => {
    const members = neighbourhood(graph, 'tw.plan', 10).flatMap((group) => group.members);
    const without = members.filter((member) => !member.source).map((member) => member.concept.id);
    expect(without).toEqual(['tw.word', 'tw.loose']);
  });

  it('counts what is too much to draw', () => {
    const parts = neighbourhood(graph, 'tw.plan', 2).find(
      ({ type, outgoing }) => type === 'partOf' && !outgoing,
    );
    expect(parts?.members.map((member) => member.concept.id)).toEqual(['tw.part-1', 'tw.part-2']);
    expect(parts?.hidden).toBe(1);
  });

  it('is empty for what is not there', () => {
    expect(neighbourhood(graph, 'nothing', 10)).toEqual([]);
  });
});

describe('the layout of a net', () => {
  const groups = neighbourhood(graph, 'tw.plan', 10);
  const layout = layOutNet(groups, MEASURES);
  const boxes = layout.groups.flatMap(({ members }) => members);

  it('draws every group and every member once', () => {
    expect(layout.groups.map(({ group }) => group)).toEqual(expect.arrayContaining(groups));
    expect(boxes.map(({ member }) => member.concept.id).sort()).toEqual(
      groups.flatMap(({ members }) => members.map((member) => member.concept.id)).sort(),
    );
  });

  it('has origins left of the centre and outcomes right of it, at the distances asked for', () => {
    for (const { group, x, members } of layout.groups) {
      const sign = group.side === 'origin' ? -1 : 1;
      expect(x).toBe(layout.centre.x + sign * 100);
      for (const member of members) expect(member.x).toBe(layout.centre.x + sign * 200);
    }
  });

  it('keeps rows apart and everything inside', () => {
    for (const side of [-1, 1]) {
      const ys = boxes
        .filter(({ x }) => Math.sign(x - layout.centre.x) === side)
        .map(({ y }) => y)
        .sort((a, b) => a - b);
      ys.forEach((y, index) => {
        if (index > 0) expect(y - ys[index - 1]!).toBeGreaterThanOrEqual(10 - 1e-9);
      });
    }
    for (const { x, y } of [...boxes, ...layout.groups, layout.centre]) {
      expect(x).toBeGreaterThanOrEqual(30);
      expect(x).toBeLessThanOrEqual(layout.width - 30);
      expect(y).toBeGreaterThanOrEqual(10);
      expect(y).toBeLessThanOrEqual(layout.height - 10 + 1e-9);
    }
  });

  it('of nothing is the centre alone', () => {
    expect(layOutNet([], MEASURES)).toEqual({
      centre: { x: 230, y: 10 },
      groups: [],
      width: 460,
      height: 20,
    });
  });
});
