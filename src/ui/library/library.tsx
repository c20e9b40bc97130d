import { useEffect, useRef } from 'preact/hooks';
import { NewsLine } from './news/news-line.tsx';
import type { LibraryPorts } from './ports.ts';
import { hashOf, SECTIONS, useRoute } from './route.ts';
import { SafetyBanner } from './safety-banner.tsx';
import { SectionOf } from './sections.tsx';

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
        <SectionOf route={route} ports={ports} key={`${route.section}/${route.item}`} />
      </main>
    </div>
  );
}
