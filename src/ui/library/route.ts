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

export interface Route {
  readonly section: Section;
  /** What is shown of the section, such as a concept id or `compare/<id>/<id>`; empty for its list. */
  readonly item: string;
}

/** The route of an address fragment such as `#/initiatives/tw.ten-ai-initiatives`; anything else is the glossary. */
export function routeOf(hash: string): Route {
  const [, name = '', ...rest] = hash.split('/');
  const section = [...SECTIONS, ...ASIDES].find((known) => known === name) ?? 'glossary';
  return { section, item: rest.map(decodeURIComponent).join('/') };
}

/** The fragment of a route. */
export function hashOf(section: Section, item = ''): string {
  return item ? `#/${section}/${item.split('/').map(encodeURIComponent).join('/')}` : `#/${section}`;
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
