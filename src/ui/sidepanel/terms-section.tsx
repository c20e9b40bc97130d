import { useState } from 'preact/hooks';
import { conceptKindSchema } from '../../glossary/concept.ts';
import { ExportButton } from '../library/exchange/export-button.tsx';
import { SearchField } from '../library/fields.tsx';
import type { PanelPorts, PanelTerm } from './panel-page.ts';

const zh = (term: PanelTerm) => <span lang="zh-Hant">{term.zh}</span>;
const en = (term: PanelTerm) => <span lang="en">{term.en}</span>;

function TermRows({ terms, ports }: { terms: readonly PanelTerm[]; ports: PanelPorts }) {
  const { t, language, showTerm } = ports;
  return (
    <ul class="rows">
      {terms.map((term) => (
        <li key={term.id}>
          <button type="button" class="row" onClick={() => showTerm(term.id)}>
            <span class="names">
              {language === 'en' ? en(term) : zh(term)}{' '}
              <span class="quiet">{language === 'en' ? zh(term) : en(term)}</span>
            </span>
            <span class="times">{t('panel.times', { count: term.count })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The terms of the page by kind, with how often they stand on it; a press goes to the next place. */
export function TermsSection({ terms, ports }: { terms: readonly PanelTerm[]; ports: PanelPorts }) {
  const { t, fold } = ports;
  const [text, setText] = useState('');
  const wanted = fold(text);
  const shown = terms.filter((term) => fold(`${term.words} ${term.zh} ${term.en}`).includes(wanted));
  const groups = conceptKindSchema.options
    .map((kind) => ({ kind, members: shown.filter((term) => term.kind === kind) }))
    .filter(({ members }) => members.length > 0);
  return (
    <section>
      <h2>{t('panel.terms', { count: terms.length })}</h2>
      <SearchField value={text} onChange={setText} t={t} />
      <p class="silent" role="status">
        {wanted === '' ? '' : t('panel.shown', { count: shown.length })}
      </p>
      {shown.length === 0 && <p class="quiet">{t('library.noResults')}</p>}
      {groups.map(({ kind, members }) => (
        <section key={kind} class="kind">
          <h3>
            {t(`kind.${kind}`)} <span class="times">{members.length}</span>
          </h3>
          <TermRows terms={members} ports={ports} />
        </section>
      ))}
      <p class="actions">
        <ExportButton label={t('panel.exportTerms')} subject={ports.termsSubject} ports={ports.exports} />
      </p>
    </section>
  );
}
