import type { EquivalentCoverage } from '../../glossary/equivalent-coverage.ts';
import type { Highlight } from '../../highlights/highlight.ts';
import type { TouchedPlan } from '../../initiatives/touched.ts';
import { nameIn } from '../shared/place-trail.tsx';
import { htmlLang, type Texts } from '../shared/texts.ts';
import { TwinSection } from '../shared/twin-section.tsx';
import { CandidatesSection } from './candidates-section.tsx';
import type { PanelPage, PanelPorts } from './panel-page.ts';
import { TermsSection } from './terms-section.tsx';

/** What the panel shows and what it asks of the outside. */
export interface SidePanelPorts extends PanelPorts {
  /** `none`: the page in front is not read. */
  readonly page: PanelPage | 'none';
}

function Plans({ plans, ports }: { plans: readonly TouchedPlan[]; ports: PanelPorts }) {
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

function Highlights({ highlights, ports }: { highlights: readonly Highlight[]; ports: PanelPorts }) {
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
            {highlight.state === 'lost' && (
              <button type="button" class="link" onClick={() => ports.searchHighlight(highlight.id)}>
                {t('panel.searchPage')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why no terms are listed. */
function NoTerms({ page, ports }: { page: PanelPage; ports: PanelPorts }) {
  const { t, canRecognise } = ports;
  if (!canRecognise) return <p role="status">{t('popup.noWebAssembly')}</p>;
  return <p role="status">{page.isReading ? t('panel.reading') : t('panel.noTerms')}</p>;
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
      {!page.muted && page.unread && <p role="alert">{t('popup.unread')}</p>}
      {!page.muted && page.terms.length === 0 && <NoTerms page={page} ports={ports} />}
      {ports.twin && <TwinSection ports={ports.twin} t={t} />}
      {page.terms.length > 0 && <TermsSection terms={page.terms} ports={ports} />}
      {page.plans.length > 0 && (
        <section>
          <h2>{t('panel.plans')}</h2>
          <Plans plans={page.plans} ports={ports} />
        </section>
      )}
      {page.terms.length > 0 && <Coverage coverage={page.coverage} t={t} />}
      {!page.muted && !page.isReading && ports.canRecognise && (
        <CandidatesSection terms={page.terms} ports={ports} />
      )}
      {!page.muted && <Highlights highlights={page.highlights} ports={ports} />}
    </main>
  );
}
