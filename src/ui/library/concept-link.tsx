import type { Concept } from '../../glossary/concept.ts';
import { preferredTerm } from '../../glossary/preferred-term.ts';
import type { LibraryPorts } from './ports.ts';
import { hashOf } from './route.ts';

/** Where an initiative or another concept has its page. */
export function conceptHref(concept: Pick<Concept, 'id' | 'kind'>): string {
  return hashOf(concept.kind === 'initiative' ? 'initiatives' : 'glossary', concept.id);
}

/** A concept by its names in both languages, leading to its page. */
export function ConceptLink({ id, ports }: { id: string; ports: LibraryPorts }) {
  const concept = ports.graph.concept(id);
  if (!concept) return <span>{id}</span>;
  const first = ports.language === 'en' ? 'en' : 'zh-Hant';
  const second = first === 'en' ? 'zh-Hant' : 'en';
  return (
    <a href={conceptHref(concept)} class="named">
      <span lang={first}>{preferredTerm(concept, first).text}</span>{' '}
      <small lang={second}>{preferredTerm(concept, second).text}</small>
    </a>
  );
}
