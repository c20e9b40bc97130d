import { useState } from 'preact/hooks';
import type { Highlight } from '../../highlights/highlight.ts';
import type { NamedConcept } from '../../initiatives/card-model.ts';
import type { EquivalentCoverage } from '../../initiatives/equivalent-coverage.ts';
import type { TouchedPlan } from '../../initiatives/touched.ts';
import { SearchField } from '../library/fields.tsx';
import { nameIn } from '../shared/place-trail.tsx';
import { htmlLang, type InterfaceLanguage, type Texts } from '../shared/texts.ts';

/** A concept of the page in the panel. */
export interface PanelTerm extends NamedConcept {
  readonly count: number;
  /** The words it stands in first. */
  readonly words: string;
}

/** What the panel knows of the page in front. */
export interface PanelPage {
  readonly title: string;
  readonly muted: boolean;
  readonly isReading: boolean;
  readonly terms: readonly PanelTerm[];
  readonly plans: readonly TouchedPlan[];
  /** For English equivalents of a Chinese page, and the other way round. */
  readonly coverage: EquivalentCoverage;
  readonly highlights: readonly Highlight[];
}

export interface SidePanelPorts {
  readonly t: Texts;
  readonly language: InterfaceLanguage;
  /** `none`: the page in front is not read. */
  readonly page: PanelPage | 'none';
  /** Search key of a text; the same folding as on pages. */
  readonly fold: (text: string) => string;
  /** Goes to the next place of a concept on the page. */
  showTerm(id: string): void;
  showHighlight(id: string): void;
  openLibrary(hash: `#/${string}`): void;
}

type Ports = Omit<SidePanelPorts, 'page'>;

function Terms({ terms, ports }: { terms: readonly PanelTerm[]; ports: Ports }) {
  const { t, fold, showTerm } = ports;
  const [text, setText] = useState('');
  const wanted = fold(text);
  const shown = terms.filter((term) => fold(`${term.words} ${term.zh} ${term.en}`).includes(wanted));
  return (
    <section>
      <h2>{t('panel.terms', { count: terms.length })}</h2>
      <SearchField value={text} onChange={setText} t={t} />
      <p class="silent" role="status">
        {wanted === '' ? '' : t('panel.shown', { count: shown.length })}
      </p>
      {shown.length === 0 && <p class="quiet">{t('library.noResults')}</p>}
      <ul class="rows">
        {shown.map((term) => (
          <li key={term.id}>
            <button type="button" class="row" onClick={() => showTerm(term.id)}>
              <span lang="zh-Hant">{term.zh}</span>{' '}
              <span class="quiet" lang="en">
                {term.en}
              </span>
              <span class="times">{t('panel.times', { count: term.count })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Plans({ plans, ports }: { plans: readonly TouchedPlan[]; ports: Ports }) {
  const { t, language, openLibrary } = ports;
  return (
    <ul class="plans">
      {plans.map((plan) => (
        <li key={plan.id}>
          <button type="button" class="link" onClick={() => openLibrary(`#/initiatives/${plan.id}`)}>
            {nameIn(plan, language)}
          </button>{' '}
          <span class="times">{t('panel.times', { count: plan.count })}</span>
          {plan.parts.length > 0 && <Plans plans={plan.parts} ports={ports} />}
        </li>
      ))}
    </ul>
  );
}

function Coverage({ coverage, t }: { coverage: EquivalentCoverage; t: Texts }) {
  const kinds = (['official', 'accepted', 'proposed', 'superseded', 'discouraged', 'none'] as const).filter(
    (kind) => coverage[kind] > 0,
  );
  const total = kinds.reduce((sum, kind) => sum + coverage[kind], 0);
  return (
    <section>
      <h2>{t('panel.coverage')}</h2>
      <p>{t('panel.covered', { count: coverage.official + coverage.accepted, of: total })}</p>
      <dl class="coverage">
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>{kind === 'none' ? t('panel.noEquivalent') : t(`status.${kind}`)}</dt>
            <dd>{coverage[kind]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Highlights({ highlights, ports }: { highlights: readonly Highlight[]; ports: Ports }) {
  const { t, showHighlight } = ports;
  return (
    <section>
      <h2>{t('panel.highlights', { count: highlights.length })}</h2>
      {highlights.length === 0 && <p class="quiet">{t('panel.noHighlights')}</p>}
      <ul class="rows">
        {highlights.map((highlight) => (
          <li key={highlight.id}>
            <button
              type="button"
              class={`row mark mark-${highlight.colour}`}
              onClick={() => showHighlight(highlight.id)}
            >
              {highlight.quote}
            </button>
            {highlight.note && <p class="note">{highlight.note}</p>}
            {highlight.state !== 'attached' && (
              <p class="quiet">{t(`highlights.state.${highlight.state}`)}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The page in front: its terms, the plans it touches, how well it is covered, and what was kept on it. */
export function SidePanel({ ports }: { ports: SidePanelPorts }) {
  const { t, language, page } = ports;
  if (page === 'none') {
    return (
      <main class="panel-page">
        <h1>{t('panel.title')}</h1>
        <p>{t('panel.none')}</p>
        <p class="quiet">{t('panel.noneNext')}</p>
        <p>
          <button type="button" class="link" onClick={() => ports.openLibrary('#/guide')}>
            {t('app.guide')}
          </button>
        </p>
      </main>
    );
  }
  return (
    <main class="panel-page" lang={htmlLang(language)}>
      <h1>{t('panel.title')}</h1>
      <p class="quiet page-title">{page.title}</p>
      {page.muted && <p>{t('popup.muted')}</p>}
      {!page.muted && page.terms.length === 0 && (
        <p role="status">{page.isReading ? t('panel.reading') : t('panel.noTerms')}</p>
      )}
      {page.terms.length > 0 && <Terms terms={page.terms} ports={ports} />}
      {page.plans.length > 0 && (
        <section>
          <h2>{t('panel.plans')}</h2>
          <Plans plans={page.plans} ports={ports} />
        </section>
      )}
      {page.terms.length > 0 && <Coverage coverage={page.coverage} t={t} />}
      {!page.muted && <Highlights highlights={page.highlights} ports={ports} />}
    </main>
  );
}
