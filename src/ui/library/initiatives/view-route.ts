import { hashOf } from '../route.ts';

/** What the section of initiatives shows: all of them in one of three ways, or one of them. */
export type InitiativeView =
  | { readonly view: 'tree' }
  /** `id`: the one to point at, or empty. */
  | { readonly view: 'lineage'; readonly id: string }
  | { readonly view: 'net'; readonly id: string }
  /** Either may be empty: still to be chosen. */
  | { readonly view: 'compare'; readonly left: string; readonly right: string }
  | { readonly view: 'page'; readonly id: string };

/** The view that an item of the address stands for, such as `net/tw.ten-ai-initiatives` or a bare concept id. */
export function viewOf(item: string): InitiativeView {
  const [name = '', first = '', second = ''] = item.split('/');
  switch (name) {
    case '':
      return { view: 'tree' };
    case 'lineage':
      return { view: 'lineage', id: first };
    case 'net':
      return first ? { view: 'net', id: first } : { view: 'tree' };
    case 'compare':
      return { view: 'compare', left: first, right: second };
    default:
      return { view: 'page', id: name };
  }
}

/** The address of a view. */
export function viewHref(view: InitiativeView): string {
  switch (view.view) {
    case 'tree':
      return hashOf('initiatives');
    case 'lineage':
      return hashOf('initiatives', view.id ? `lineage/${view.id}` : 'lineage');
    case 'net':
      return hashOf('initiatives', `net/${view.id}`);
    case 'compare':
      return hashOf('initiatives', ['compare', view.left, view.right].join('/').replace(/\/+$/, ''));
    case 'page':
      return hashOf('initiatives', view.id);
  }
}
