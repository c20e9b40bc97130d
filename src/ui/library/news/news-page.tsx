import { useEffect, useState } from 'preact/hooks';
import { releasesBetween } from '../../../settings/releases.ts';
import type { LibraryPorts } from '../ports.ts';

/** What each release brought; those since the last update come marked, the first time the page is seen. */
export function NewsPage({ ports }: { ports: LibraryPorts }) {
  const { t, language, news } = ports;
  const [from] = useState(news?.updatedFrom.value);
  useEffect(() => {
    if (from) void news?.newsRead();
  }, [from, news]);
  if (!news) return null;
  const fresh = from ? releasesBetween(news.releases, from, news.version) : [];
  return (
    <>
      <h1>{t('news.title')}</h1>
      {news.releases.map((release) => (
        <section key={release.version} class="release">
          <h2>
            {t('news.version', { version: release.version })}{' '}
            <small>
              <time dateTime={release.date}>{release.date}</time>
              {fresh.includes(release) && <> · {t('news.unseen')}</>}
            </small>
          </h2>
          <ul class="plain-list">
            {release.items.map((item) => (
              <li key={item.en}>
                {item[language]}{' '}
                {item.to && (
                  <a href={item.to} aria-label={`${t('news.see')}: ${item[language]}`}>
                    {t('news.see')}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
