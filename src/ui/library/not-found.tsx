import type { LibraryPorts } from './ports.ts';
import { hashOf, type Section } from './route.ts';

/** Said for an address that leads to nothing, with the way back to the list. */
export function NotFound({ section, ports }: { section: Section; ports: LibraryPorts }) {
  return (
    <>
      <h1>{ports.t('library.notFound')}</h1>
      <p>
        <a href={hashOf(section)}>{ports.t('library.back')}</a>
      </p>
    </>
  );
}
