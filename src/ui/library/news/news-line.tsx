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
