import type { LibraryPorts } from '../ports.ts';
import { BinPage } from './bin-page.tsx';
import { HighlightsPage } from './highlights-page.tsx';

/** What the section of highlights shows: the list, or the bin. */
export function HighlightsSection({ item, ports }: { item: string; ports: LibraryPorts }) {
  return item === 'bin' ? <BinPage ports={ports} /> : <HighlightsPage shown={item} ports={ports} />;
}
