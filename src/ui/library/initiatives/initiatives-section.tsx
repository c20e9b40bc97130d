import { ConceptPage } from '../concept-page.tsx';
import type { LibraryPorts } from '../ports.ts';
import { ComparePage } from './compare-page.tsx';
import { LineagePage } from './lineage-page.tsx';
import { NetPage } from './net-page.tsx';
import { TreePage } from './tree-page.tsx';
import { viewOf } from './view-route.ts';

/** The section of initiatives: all of them as a tree, on a time axis or two side by side; one with its net or its page. */
export function InitiativesSection({ item, ports }: { item: string; ports: LibraryPorts }) {
  const view = viewOf(item);
  switch (view.view) {
    case 'tree':
      return <TreePage ports={ports} />;
    case 'lineage':
      return <LineagePage shown={view.id} ports={ports} />;
    case 'net':
      return <NetPage id={view.id} ports={ports} />;
    case 'compare':
      return <ComparePage leftId={view.left} rightId={view.right} ports={ports} />;
    case 'page':
      return <ConceptPage id={view.id} section="initiatives" ports={ports} />;
  }
}
