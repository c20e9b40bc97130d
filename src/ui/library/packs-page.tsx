import type { LibraryPorts } from './ports.ts';

/** The glossaries in use. */
export function PacksPage({ ports }: { ports: LibraryPorts }) {
  const { t, language, graph } = ports;
  const { pack } = graph;
  return (
    <>
      <h1>{t('library.packs')}</h1>
      <section>
        <h2>{pack.title[language === 'en' ? 'en' : 'zh-Hant']}</h2>
        <dl class="facts">
          <dt>{t('packs.edition')}</dt>
          <dd>{pack.edition}</dd>
          <dt>{t('packs.concepts')}</dt>
          <dd>{pack.concepts.length}</dd>
          <dt>{t('packs.sources')}</dt>
          <dd>{pack.sources.length}</dd>
          <dt>{t('packs.licence')}</dt>
          <dd>{pack.licence}</dd>
          <dt>{t('packs.hash')}</dt>
          <dd>
            <code>{pack.hash}</code>
          </dd>
        </dl>
      </section>
    </>
  );
}
