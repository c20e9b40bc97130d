import type { LibraryPorts } from '../ports.ts';
import { PackBinPage } from './pack-bin-page.tsx';
import { PacksPage } from './packs-page.tsx';

/** The glossaries in use, or those that were removed. */
export function PacksSection({ item, ports }: { item: string; ports: LibraryPorts }) {
  return item === 'bin' ? <PackBinPage ports={ports} /> : <PacksPage ports={ports} />;
}
