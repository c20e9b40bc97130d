import { describe, expect, it } from 'vitest';
import {
  type InitiativeView,
  viewHref,
  viewOf,
} from '../../../../../src/ui/library/initiatives/view-route.ts';
import { hashOf, routeOf } from '../../../../../src/ui/library/route.ts';

const views: readonly (readonly [string, InitiativeView])[] = [
  ['#/initiatives', { view: 'tree' }],
  ['#/initiatives/tw.plan', { view: 'page', id: 'tw.plan' }],
  ['#/initiatives/lineage', { view: 'lineage', id: '' }],
  ['#/initiatives/lineage/tw.plan', { view: 'lineage', id: 'tw.plan' }],
  ['#/initiatives/net/tw.plan', { view: 'net', id: 'tw.plan' }],
  ['#/initiatives/compare', { view: 'compare', left: '', right: '' }],
  ['#/initiatives/compare/tw.plan', { view: 'compare', left: 'tw.plan', right: '' }],
  ['#/initiatives/compare/tw.plan/sg.plan', { view: 'compare', left: 'tw.plan', right: 'sg.plan' }],
];

describe('the views of initiatives', () => {
  it.each(views)('%s leads to its view and back', (hash, view) => {
    const route = routeOf(hash);
    expect(route.section).toBe('initiatives');
    expect(viewOf(route.item)).toEqual(view);
    expect(viewHref(view)).toBe(hash);
  });

  it('keep a place on the left that is still to be chosen', () => {
    const href = viewHref({ view: 'compare', left: '', right: 'sg.plan' });
    expect(viewOf(routeOf(href).item)).toEqual({ view: 'compare', left: '', right: 'sg.plan' });
  });

  it('show the tree for a net of nothing', () => {
    expect(viewOf('net')).toEqual({ view: 'tree' });
  });
});

describe('the address of a section', () => {
  it.each(['tw.ten-ai-initiatives', '智慧 國家', 'a/b', 'a%2Fb', 'a?b#c'])('keeps the item %s', (item) => {
    expect(routeOf(hashOf('highlights', item)).item).toBe(item);
  });
});
