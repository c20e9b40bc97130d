import type { LibraryPorts } from '../ports.ts';
import { type InitiativeView, viewHref } from './view-route.ts';

const TABS = [
  { view: 'tree' },
  { view: 'lineage', id: '' },
  { view: 'compare', left: '', right: '' },
] as const satisfies readonly InitiativeView[];

/** The ways to look at all initiatives, and the present one among them when it is of a single one. */
export function ViewTabs({ current, ports }: { current: InitiativeView; ports: LibraryPorts }) {
  const { t } = ports;
  const tabs: readonly InitiativeView[] = current.view === 'net' ? [...TABS, current] : TABS;
  return (
    <nav class="tabs" aria-label={t('views.ways')}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.view}>
            <a href={viewHref(tab)} aria-current={tab.view === current.view ? 'page' : undefined}>
              {t(`views.${tab.view}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
