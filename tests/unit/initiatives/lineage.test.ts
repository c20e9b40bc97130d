import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Concept } from '../../../src/glossary/concept.ts';
import { buildGraph } from '../../../src/initiatives/graph.ts';
import {
  decimalYear,
  type Lineage,
  type LineageOptions,
  lineageOf,
} from '../../../src/initiatives/lineage.ts';
import { concept, packOf } from '../../support/concepts.ts';

const NOW = 2026.5;

function lineage(concepts: readonly Concept[], options: Partial<LineageOptions> = {}): Lineage {
  return lineageOf(buildGraph(packOf(concepts)), { now: NOW, depth: 1, labelYears: () => 1, ...options });
}

const successorOf = (id: string) => [{ type: 'succeeds' as const, to: id, source: 'gazette' }];
const barOf = ({ bars }: Lineage, id: string) => bars.find((bar) => bar.id === id);

describe('decimalYear', () => {
  it.each([
    ['2024', false, 2024],
    ['2024', true, 2025],
    ['2024-07', false, 2024.5],
    ['2024-06', true, 2024.5],
    ['2024-01-01', false, 2024],
  ])('of %s (end: %s) is %s', (date, end, expected) => {
    expect(decimalYear(date, end)).toBeCloseTo(expected, 5);
  });

  it('keeps the order of days', () => {
    const day = fc
      .date({ min: new Date('1912-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(Math.sign(decimalYear(a) - decimalYear(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(decimalYear(a, true)).toBeGreaterThan(decimalYear(a));
      }),
    );
  });
});

describe('the lineage', () => {
  it('shows dated plans from beginning to end', () => {
    const bar = barOf(lineage([concept('a', { start: 2017, end: 2020 })]), 'a');
    expect(bar).toMatchObject({ from: 2017, to: 2021, openFrom: false, openTo: false });
  });

  it('lets a plan without an end run until its successor, or until now', () => {
    const picture = lineage([
      concept('a', { start: 2016 }),
      concept('b', { start: 2021, relations: successorOf('a') }),
    ]);
    expect(barOf(picture, 'a')).toMatchObject({ to: 2021, openTo: true });
    expect(barOf(picture, 'b')).toMatchObject({ to: NOW, openTo: true });
  });

  it('opens a plan without a beginning to the left', () => {
    expect(barOf(lineage([concept('a', { end: 2020 })]), 'a')).toMatchObject({ to: 2021, openFrom: true });
    const aim = barOf(lineage([concept('a', { end: 2040 })]), 'a')!;
    expect(aim.from).toBeLessThan(NOW);
    const [second] = [
      barOf(
        lineage([
          concept('a', { start: 2010, end: 2014 }),
          concept('b', { end: 2018, relations: successorOf('a') }),
        ]),
        'b',
      ),
    ];
    expect(second).toMatchObject({ from: 2015, to: 2019, openFrom: true });
  });

  it('leaves out what has no date at all, and what is no initiative', () => {
    const picture = lineage([
      concept('a'),
      concept('b', { kind: 'law', start: 2020 }),
      concept('c', { start: 2020 }),
    ]);
    expect(picture.bars.map(({ id }) => id)).toEqual(['c']);
  });

  it('shows parts down to the depth asked for, and always what succeeds something', () => {
    const concepts = [
      concept('a', { start: 2020 }),
      concept('b', { start: 2020, parent: 'a' }),
      concept('c', { start: 2020, parent: 'b' }),
      concept('d', { start: 2021, parent: 'b', relations: successorOf('c') }),
    ];
    const ids = (depth: number) =>
      lineage(concepts, { depth })
        .bars.map(({ id }) => id)
        .sort();
    expect(ids(1)).toEqual(['a', 'c', 'd']);
    expect(ids(2)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('links successions whose ends are both shown', () => {
    const picture = lineage([
      concept('a', { start: 2010 }),
      concept('b', { start: 2015, relations: [...successorOf('a'), ...successorOf('undated')] }),
      concept('undated', { kind: 'law' }),
    ]);
    expect(picture.links).toEqual([{ earlier: 'a', later: 'b' }]);
  });

  it('has a lane for each jurisdiction, Taiwan on top', () => {
    const picture = lineage([
      concept('s1', { jurisdiction: 'SG', start: 2014 }),
      concept('s2', { jurisdiction: 'SG', start: 2014 }),
      concept('j', { jurisdiction: 'JP', start: 2014 }),
      concept('t', { start: 2014 }),
    ]);
    expect(picture.lanes).toEqual([
      { jurisdiction: 'TW', row: 0, rows: 1 },
      { jurisdiction: 'SG', row: 1, rows: 2 },
      { jurisdiction: 'JP', row: 3, rows: 1 },
    ]);
    expect(picture.rows).toBe(4);
  });

  it('puts the successor into the row of its predecessor when there is room', () => {
    const picture = lineage([
      concept('a', { start: 2010, end: 2013 }),
      concept('b', { start: 2016, end: 2020, relations: successorOf('a') }),
    ]);
    expect(picture.rows).toBe(1);
  });

  it('is empty for an empty pack', () => {
    expect(lineage([])).toMatchObject({ bars: [], links: [], lanes: [], rows: 0 });
  });

  it('never lets bars or labels overlap, whatever the dates', () => {
    const plan = fc.record({
      start: fc.integer({ min: 1998, max: 2030 }),
      length: fc.integer({ min: 0, max: 12 }),
      isOpen: fc.boolean(),
      before: fc.integer({ min: 0, max: 12 }),
      jurisdiction: fc.constantFrom('TW' as const, 'SG' as const),
    });
    fc.assert(
      fc.property(
        fc.array(plan, { maxLength: 12 }),
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        (plans, label) => {
          const concepts = plans.map(({ start, length, isOpen, before, jurisdiction }, index) =>
            concept(`p${index}`, {
              jurisdiction,
              start,
              ...(!isOpen && { end: start + length }),
              relations: before < index ? successorOf(`p${before}`) : [],
            }),
          );
          const picture = lineage(concepts, { labelYears: () => label });
          expect(picture.bars).toHaveLength(plans.length);
          for (const lane of picture.lanes) {
            for (let row = lane.row; row < lane.row + lane.rows; row++) {
              const own = picture.bars.filter((bar) => bar.row === row);
              expect(own.length).toBeGreaterThan(0);
              expect(new Set(own.map(({ jurisdiction }) => jurisdiction))).toEqual(
                new Set([lane.jurisdiction]),
              );
              own.forEach((bar, index) => {
                const next = own[index + 1];
                if (next) expect(next.from).toBeGreaterThan(Math.max(bar.to, bar.from + label) - 1e-9);
              });
            }
          }
        },
      ),
    );
  });
});
