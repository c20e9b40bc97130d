import { useEffect, useState } from 'preact/hooks';

/** Sections of the library; their names stand in the address and do not change. */
export const SECTIONS = [
  'glossary',
  'initiatives',
  'highlights',
  'packs',
  'exchange',
  'check',
  'settings',
] as const;
/** Pages beside the sections: how to use it, and what is new. */
export const ASIDES = ['guide', 'news'] as const;
export type Section = (typeof SECTIONS)[number] | (typeof ASIDES)[number];

/** A place in the library. */
export interface Route {
  readonly section: Section;
  /** What is shown of the section, such as a concept id or `compare/<id>/<id>`; empty for its list. */
  readonly item: string;
  /** How it is shown, such as the filter of a list; empty for the usual way. */
  readonly query: string;
}

/** The route of an address fragment such as `#/initiatives/tw.ten-ai-initiatives`; anything else is the glossary. */
export function routeOf(hash: string): Route {
  const at = hash.indexOf('?');
  const [path, query] = at < 0 ? [hash, ''] : [hash.slice(0, at), hash.slice(at + 1)];
  const [, name = '', ...rest] = path.split('/');
  const section = [...SECTIONS, ...ASIDES].find((known) => known === name) ?? 'glossary';
  return { section, item: rest.map(decodeURIComponent).join('/'), query };
}

/** The fragment of a route. */
export function hashOf(section: Section, item = '', query = ''): string {
  const path = item ? `#/${section}/${item.split('/').map(encodeURIComponent).join('/')}` : `#/${section}`;
  return query ? `${path}?${query}` : path;
}

/** The present route; follows the address. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const follow = () => setRoute(routeOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}
