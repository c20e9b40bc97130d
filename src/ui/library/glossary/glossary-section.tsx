import { entryOfConceptId } from '../../../glossary/entry-concept.ts';
import { ConceptPage } from '../concept-page.tsx';
import type { LibraryPorts } from '../ports.ts';
import { ConflictsPage } from './conflicts-page.tsx';
import { EntryPage, NewEntryPage } from './entry-page.tsx';
import { GlossaryPage } from './glossary-page.tsx';

/** What the section of the glossary shows: the table, an entry, a concept of the bundled pack, or what disagrees. */
export function GlossarySection({
  item,
  query,
  ports,
}: {
  item: string;
  query: string;
  ports: LibraryPorts;
}) {
  if (item === '') return <GlossaryPage query={query} ports={ports} />;
  if (item === 'new') return <NewEntryPage ports={ports} />;
  if (item === 'conflicts') return <ConflictsPage ports={ports} />;
  const id = entryOfConceptId(item);
  return id ? (
    <EntryPage id={id} ports={ports} />
  ) : (
    <ConceptPage id={item} section="glossary" ports={ports} />
  );
}
