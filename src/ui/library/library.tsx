import { useEffect, useRef } from 'preact/hooks';
import { CheckPage } from './check/check-page.tsx';
import { ExchangePage } from './exchange-page.tsx';
import { GlossarySection } from './glossary/glossary-section.tsx';
import { PacksPage } from './glossary/packs-page.tsx';
import { GuidePage } from './guide/guide-page.tsx';
import { BinPage } from './highlights/bin-page.tsx';
import { HighlightsPage } from './highlights/highlights-page.tsx';
import { InitiativesSection } from './initiatives/initiatives-section.tsx';
import { NewsLine, NewsPage } from './news/news-page.tsx';
import type { LibraryPorts } from './ports.ts';
import { hashOf, type Route, SECTIONS, useRoute } from './route.ts';
import { SafetyBanner } from './safety-banner.tsx';
import { SettingsPage } from './settings-page.tsx';

function Page({ route, ports }: { route: Route; ports: LibraryPorts }) {
  switch (route.section) {
    case 'glossary':
      return <GlossarySection item={route.item} query={route.query} ports={ports} />;
    case 'initiatives':
      return <InitiativesSection item={route.item} ports={ports} />;
    case 'highlights':
      return route.item === 'bin' ? (
        <BinPage ports={ports} />
      ) : (
        <HighlightsPage shown={route.item} ports={ports} />
      );
    case 'packs':
      return <PacksPage ports={ports} />;
    case 'exchange':
      return <ExchangePage ports={ports} />;
    case 'guide':
      return <GuidePage ports={ports} />;
    case 'news':
      return <NewsPage ports={ports} />;
    case 'check':
      return <CheckPage ports={ports} />;
    case 'settings':
      return <SettingsPage ports={ports} />;
  }
}

/** The full-page workspace. */
export function Library({ ports }: { ports: LibraryPorts }) {
  const { t } = ports;
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    scrollTo(0, 0);
    if (!first.current) main.current?.focus();
    first.current = false;
  }, [route.section, route.item]);
  return (
    <div class={`library theme-${ports.settings.value.theme}`}>
      <button type="button" class="skip link" onClick={() => main.current?.focus()}>
        {t('library.skip')}
      </button>
      <header class="top">
        <p class="brand">
          {t('app.name')} <span>{t('app.library')}</span>
        </p>
        <nav aria-label={t('library.sections')}>
          <ul>
            {SECTIONS.map((section) => (
              <li key={section}>
                <a href={hashOf(section)} aria-current={section === route.section ? 'page' : undefined}>
                  {t(`library.${section}`)}
                </a>
              </li>
            ))}
            <li class="aside">
              <a href={hashOf('guide')} aria-current={route.section === 'guide' ? 'page' : undefined}>
                {t('app.guide')}
              </a>
            </li>
          </ul>
        </nav>
      </header>
      <main id="main" tabIndex={-1} ref={main}>
        <SafetyBanner ports={ports} />
        {route.section !== 'news' && <NewsLine ports={ports} />}
        <Page route={route} ports={ports} key={`${route.section}/${route.item}`} />
      </main>
    </div>
  );
}
