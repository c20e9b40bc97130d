import { describe, expect, it } from 'vitest';
import type { Concept } from '../../../src/glossary/concept.ts';
import { cardOf } from '../../../src/initiatives/card.ts';
import { cardSchema } from '../../../src/initiatives/card-model.ts';
import { buildGraph } from '../../../src/initiatives/graph.ts';
import { concept, packOf, term } from '../../support/concepts.ts';

const source = 'gazette';

function cardIn(concepts: readonly Concept[], id: string, onDate?: string) {
  const card = cardOf(buildGraph(packOf(concepts)), id, onDate);
  if (!card) throw new Error(`no card of ${id}`);
  return cardSchema.parse(card);
}

/** Related concepts as `relation id`; `>` when read from the concept of the card. */
function chips(concepts: readonly Concept[], id: string): string[] {
  return cardIn(concepts, id).related.map(
    ({ id: other, type, outgoing }) => `${type ?? 'related'}${outgoing ? '>' : '<'} ${other}`,
  );
}

const trails = (concepts: readonly Concept[], id: string) =>
  cardIn(concepts, id).places.map(({ trail }) => trail.map((step) => step.id).join(' '));

describe('the places of a card', () => {
  const plan = [
    concept('plan', { start: 2025, end: 2028, lead: ['council'] }),
    concept('axis', { parent: 'plan' }),
    concept('item', { parent: 'axis', lead: ['ministry'] }),
    concept('yuan', { kind: 'organisation' }),
    concept('council', { kind: 'organisation', parent: 'yuan' }),
    concept('ministry', { kind: 'organisation', parent: 'yuan' }),
    concept('word', { kind: 'concept', initiatives: ['item', 'plan'] }),
    concept('act', { kind: 'law' }),
    concept('rule', { parent: 'axis', relations: [{ type: 'legislatedBy', to: 'act', source }] }),
  ];

  it('are the way down from the whole, with the years of the nearest plan that has them', () => {
    const { places } = cardIn(plan, 'item');
    expect(places).toHaveLength(1);
    expect(places[0]).toMatchObject({ start: '2025', end: '2028', lead: [{ id: 'ministry' }] });
    expect(places[0]?.trail.map(({ id }) => id)).toEqual(['plan', 'axis', 'item']);
  });

  it('are those that the concept names, nearest first', () => {
    expect(trails(plan, 'word')).toEqual(['plan axis item', 'plan']);
  });

  it('of a body are its place among bodies and the widest plans it leads', () => {
    expect(trails(plan, 'council')).toEqual(['yuan council', 'plan']);
    expect(cardIn(plan, 'council').places[1]?.via).toEqual({ type: 'ledBy', outgoing: false });
    expect(trails(plan, 'ministry')).toEqual(['yuan ministry', 'plan axis item']);
  });

  it('of a law are the plans that rest on it', () => {
    expect(trails(plan, 'act')).toEqual(['plan axis rule']);
  });

  it('of a law that no plan rests on are those of the body responsible for it', () => {
    const law = concept('law', { kind: 'law', lead: ['ministry'] });
    expect(trails([...plan, law], 'law')).toEqual(['yuan ministry']);
    expect(cardIn([...plan, law], 'law').places[0]?.via).toEqual({ type: 'ledBy', outgoing: true });
  });

  it('leave out plans below one that is listed, and comparisons', () => {
    const more = [
      ...plan.filter(({ id }) => id !== 'item'),
      concept('item', { parent: 'axis', lead: ['council'] }),
      concept('other', { relations: [{ type: 'comparedWith', to: 'council', source }] }),
    ];
    expect(trails(more, 'council')).toEqual(['yuan council', 'plan']);
  });

  it('of a plan are its own only', () => {
    const peer = concept('peer', { relations: [{ type: 'coordinatesWith', to: 'plan', source }] });
    expect(trails([...plan, peer], 'peer')).toEqual([]);
    expect(trails([...plan, peer], 'plan')).toEqual(['plan']);
  });

  it('are three at most; the rest is counted', () => {
    const five = [1, 2, 3, 4, 5].map((n) => concept(`p${n}`, { start: 2020 + n }));
    const card = cardIn(
      [...five, concept('w', { kind: 'concept', initiatives: five.map(({ id }) => id) })],
      'w',
    );
    expect(card.places).toHaveLength(3);
    expect(card.hidden).toBe(2);
  });
});

describe('what can be followed from a card', () => {
  it('begins with parent, successor, predecessor and counterparts', () => {
    const concepts = [
      concept('tw.now', {
        parent: 'tw.whole',
        lead: ['tw.body'],
        related: ['tw.loose'],
        relations: [
          { type: 'implements', to: 'tw.vision', source },
          { type: 'comparedWith', to: 'sg.c', source },
          { type: 'succeeds', to: 'tw.before', source },
        ],
      }),
      concept('tw.after', { relations: [{ type: 'succeeds', to: 'tw.now', source }] }),
      concept('tw.part-2', { parent: 'tw.now', order: 2 }),
      concept('tw.part-1', { parent: 'tw.now', order: 1 }),
      concept('tw.whole'),
      concept('tw.before'),
      concept('tw.vision'),
      concept('sg.c', { jurisdiction: 'SG' }),
      concept('tw.body', { kind: 'organisation' }),
      concept('tw.loose', { kind: 'concept' }),
    ];
    const order = ['partOf> tw.whole', 'succeeds< tw.after', 'succeeds> tw.before', 'comparedWith> sg.c'];
    const then = ['partOf< tw.part-1', 'partOf< tw.part-2', 'implements> tw.vision', 'ledBy> tw.body'];
    expect(chips(concepts, 'tw.now')).toEqual([...order, ...then]);
    expect(cardIn(concepts, 'tw.now').hidden).toBe(1);
  });

  it('shows two of many counterparts before the rest', () => {
    const abroad = ['sg.a', 'jp.b', 'kr.c', 'us.d'].map((id) => concept(id));
    const plan = concept('tw.plan', {
      relations: abroad.map(({ id }) => ({ type: 'comparedWith' as const, to: id, source })),
    });
    const part = concept('tw.part', { parent: 'tw.plan' });
    expect(chips([plan, part, ...abroad], 'tw.plan')).toEqual([
      'comparedWith> sg.a',
      'comparedWith> jp.b',
      'partOf< tw.part',
      'comparedWith> kr.c',
      'comparedWith> us.d',
    ]);
  });

  it('has untyped relations both ways, once each', () => {
    const concepts = [
      concept('a', { kind: 'concept', related: ['b', 'x'] }),
      concept('b', { kind: 'concept', related: ['a'] }),
    ];
    expect(chips(concepts, 'a')).toEqual(['related< b']);
    expect(chips(concepts, 'b')).toEqual(['related< a']);
  });
});

describe('a card on a date', () => {
  const ministries = [
    concept('council-old', {
      kind: 'organisation',
      end: '2014-03-02',
      terms: [term('zh-Hant', '國家科學委員會'), term('en', 'National Science Council')],
    }),
    concept('ministry', {
      kind: 'organisation',
      start: '2014-03-03',
      end: '2022-07-26',
      terms: [term('zh-Hant', '科技部'), term('en', 'Ministry of Science and Technology')],
      relations: [{ type: 'succeeds', to: 'council-old', source }],
    }),
    concept('council', {
      kind: 'organisation',
      start: '2022-07-27',
      terms: [term('zh-Hant', '國家科學及技術委員會'), term('en', 'National Science and Technology Council')],
      relations: [{ type: 'succeeds', to: 'ministry', source }],
    }),
  ];

  it.each([
    ['council', '2023-01-01', 'within', []],
    ['council', '2019-05-01', 'before', ['ministry']],
    ['council', '2010', 'before', ['council-old']],
    ['ministry', '2019-05-01', 'within', []],
    ['ministry', '2023-01-01', 'after', ['council']],
    ['council-old', '2023-01-01', 'after', ['council']],
    ['ministry', '2022-07', 'within', []],
  ])('%s on %s: %s', (id, date, standing, instead) => {
    const { asOf } = cardIn(ministries, id, date);
    expect(asOf).toMatchObject({ date, standing });
    expect(asOf?.instead.map((other) => other.id)).toEqual(instead);
  });

  const policy = [
    concept('policy', {
      terms: [
        term('zh-Hant', '2030雙語政策', { from: '2022-03-28' }),
        term('zh-Hant', '2030雙語國家政策', { status: 'superseded', to: '2022-03-27' }),
        term('en', 'Bilingual 2030', { from: '2022-03-28' }),
        term('en', 'Bilingual Nation', { status: 'superseded', to: '2022-03-27' }),
      ],
    }),
  ];

  it('offers the names of that day with the status they had, and says what they are now', () => {
    const then = cardIn(policy, 'policy', '2020-01-15');
    expect(then.zh[0]).toMatchObject({ text: '2030雙語國家政策', status: 'official', to: '2022-03-27' });
    expect(then.en[0]).toMatchObject({ text: 'Bilingual Nation', status: 'official' });
    expect(then.asOf?.now).toEqual({ id: 'policy', zh: '2030雙語政策', en: 'Bilingual 2030' });
  });

  it('says nothing of other names when they are the same now', () => {
    const now = cardIn(policy, 'policy', '2024-01-15');
    expect(now.en[0]?.text).toBe('Bilingual 2030');
    expect(now.asOf).toEqual({ date: '2024-01-15', standing: 'within', instead: [] });
  });

  it('has no such part without a date', () => {
    expect(cardIn(policy, 'policy')).not.toHaveProperty('asOf');
  });

  it('ends in a circle of successors', () => {
    const circle = [
      concept('a', { end: '2000', relations: [{ type: 'succeeds', to: 'b', source }] }),
      concept('b', { end: '2000', relations: [{ type: 'succeeds', to: 'a', source }] }),
    ];
    expect(cardIn(circle, 'a', '2010').asOf?.instead).toEqual([]);
  });
});
