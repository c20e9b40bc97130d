import { useEffect, useState } from 'preact/hooks';
import { releasesBetween } from '../../../settings/releases.ts';
import { Icon } from '../../shared/icon.tsx';
import type { LibraryPorts } from '../ports.ts';

/** Says once after an update that there is something new, and where. */
export function NewsLine({ ports }: { ports: LibraryPorts }) {
  const { t, news } = ports;
  if (!news?.updatedFrom.value) return null;
  return (
    <section class="safety news-line">
      <p class="actions">
        {t('news.updated', { version: news.version })}
        <a class="button quiet" href="#/news">
          {t('news.show')}
        </a>
        <button
          type="button"
          class="icon"
          aria-label={t('news.dismiss')}
          title={t('news.dismiss')}
          onClick={() => void news.newsRead()}
        >
          <Icon name="close" />
        </button>
      </p>
    </section>
  );
}

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
