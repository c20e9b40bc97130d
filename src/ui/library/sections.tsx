import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LibraryPorts } from './ports.ts';
import type { Route, Section } from './route.ts';

type SectionPage = FunctionComponent<{ item: string; query: string; ports: LibraryPorts }>;

/** The code of a section comes when it is first shown: together they would hold up the page each time it opens. */
const SOURCES: Readonly<Record<Section, () => Promise<SectionPage>>> = {
  glossary: async () => (await import('./glossary/glossary-section.tsx')).GlossarySection,
  initiatives: async () => (await import('./initiatives/initiatives-section.tsx')).InitiativesSection,
  highlights: async () => (await import('./highlights/highlights-section.tsx')).HighlightsSection,
  packs: async () => (await import('./glossary/packs-section.tsx')).PacksSection,
  exchange: async () => (await import('./exchange-page.tsx')).ExchangePage,
  check: async () => (await import('./check/check-page.tsx')).CheckPage,
  settings: async () => (await import('./settings-page.tsx')).SettingsPage,
  guide: async () => (await import('./guide/guide-page.tsx')).GuidePage,
  news: async () => (await import('./news/news-page.tsx')).NewsPage,
};

const loaded = new Map<Section, SectionPage>();

/** Brings the code of a section. Rejects when it cannot be read, as after the extension was updated under the page. */
export async function loadSection(section: Section): Promise<void> {
  if (!loaded.has(section)) loaded.set(section, await SOURCES[section]());
}

/** The page of a route, as soon as its code is there; another one meanwhile shows nothing of it. */
export function SectionOf({ route, ports }: { route: Route; ports: LibraryPorts }) {
  const { section, item, query } = route;
  const [, setArrived] = useState<Section>();
  const [failure, setFailure] = useState('');
  useEffect(() => {
    let isCurrent = true;
    loadSection(section).then(
      () => isCurrent && setArrived(section),
      (error: unknown) => isCurrent && setFailure(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [section]);
  const Page = loaded.get(section);
  if (failure) return <p class="failure">{ports.t('mark.failed', { reason: failure })}</p>;
  return Page ? <Page item={item} query={query} ports={ports} /> : <div aria-busy="true" />;
}
