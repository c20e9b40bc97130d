import { Fragment } from 'preact';
import type { Concept } from '../../glossary/concept.ts';
import { preferredTerm } from '../../glossary/preferred-term.ts';
import { cardOf } from '../../initiatives/card.ts';
import type { Wording } from '../../initiatives/card-model.ts';
import { counterpartsOf } from '../../initiatives/comparison.ts';
import { placesOf } from '../../initiatives/places.ts';
import { EvidenceLine } from '../shared/evidence-line.tsx';
import { PlaceTrail, yearsOf } from '../shared/place-trail.tsx';
import { htmlLang } from '../shared/texts.ts';
import { ConceptLink, conceptHref } from './concept-link.tsx';
import { viewHref } from './initiatives/view-route.ts';
import { NotFound } from './not-found.tsx';
import type { LibraryPorts } from './ports.ts';
import { hashOf, type Section } from './route.ts';
import { SourceText } from './source-text.tsx';

function TermsTable({ wordings, ports }: { wordings: readonly Wording[]; ports: LibraryPorts }) {
  const { t, language } = ports;
  const own = language === 'en' ? 'en' : 'zh-Hant';
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('glossary.terms')}</th>
            <th scope="col">{t('glossary.form')}</th>
            <th scope="col">{t('glossary.claim')}</th>
          </tr>
        </thead>
        <tbody>
          {wordings.map((wording) => (
            <tr key={`${wording.lang} ${wording.text}`}>
              <th scope="row" lang={htmlLang(wording.lang)}>
                {wording.text}
              </th>
              <td class="short">{t(`form.${wording.form}`)}</td>
              <td>
                <EvidenceLine wording={wording} t={t} language={language} />
                {wording.usage && <p class="usage">{wording.usage[own]}</p>}
                {(wording.from || wording.to) && (
                  <p class="usage">
                    {[
                      wording.from && t('card.from', { date: wording.from }),
                      wording.to && t('card.until', { date: wording.to }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Relations by type, each with what shows it. Parts have a list of their own. */
function Relations({ concept, ports }: { concept: Concept; ports: LibraryPorts }) {
  const { t, graph } = ports;
  const edges = graph.edges(concept.id).filter((edge) => !(edge.type === 'partOf' && !edge.outgoing));
  if (edges.length === 0) return null;
  // Relations that read the same both ways are one group.
  const groups = Map.groupBy(edges, ({ type, outgoing }) =>
    t(`${outgoing ? 'relation' : 'relationInverse'}.${type}`),
  );
  return (
    <section>
      <h2>{t('initiatives.relations')}</h2>
      <dl class="facts relations">
        {[...groups].map(([name, own]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              <ul>
                {own.map((edge) => (
                  <li key={edge.other}>
                    <ConceptLink id={edge.other} ports={ports} />
                    <p class="cite">
                      <SourceText citation={edge.source} ports={ports} />
                    </p>
                  </li>
                ))}
              </ul>
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

/** Other ways to look at an initiative. */
function ViewLinks({ concept, ports }: { concept: Concept; ports: LibraryPorts }) {
  const { t, graph } = ports;
  const { id, kind } = concept;
  const [counterpart] = counterpartsOf(graph, id);
  const views = [
    { view: 'net', id } as const,
    ...(kind === 'initiative'
      ? [
          { view: 'lineage', id } as const,
          { view: 'compare', left: id, right: counterpart?.id ?? '' } as const,
        ]
      : []),
  ];
  return (
    <p class="actions">
      {views.map((view) => (
        <a key={view.view} class="button quiet" href={viewHref(view)}>
          {t(`views.${view.view}`)}
        </a>
      ))}
    </p>
  );
}

function ConceptList({ title, ids, ports }: { title: string; ids: readonly string[]; ports: LibraryPorts }) {
  if (ids.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="concepts">
        {ids.map((id) => (
          <li key={id}>
            <ConceptLink id={id} ports={ports} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ concept, ports }: { concept: Concept; ports: LibraryPorts }) {
  const { t, language } = ports;
  const own = language === 'en' ? 'en' : 'zh-Hant';
  const years = yearsOf({ start: concept.start, end: concept.end });
  if (concept.lead.length === 0 && !years && concept.figures.length === 0) return null;
  return (
    <dl class="facts">
      {concept.lead.length > 0 && (
        <>
          <dt>{t('initiatives.bodies')}</dt>
          <dd>
            {concept.lead.map((id) => (
              <p key={id}>
                <ConceptLink id={id} ports={ports} />
              </p>
            ))}
          </dd>
        </>
      )}
      {years && (
        <>
          <dt>{t('initiatives.years')}</dt>
          <dd>{years}</dd>
        </>
      )}
      {concept.figures.map((figure) => (
        <Fragment key={`${figure.label.en} ${figure.value.en}`}>
          <dt>{figure.label[own]}</dt>
          <dd>
            {figure.value[own]} {figure.by && <small>({figure.by})</small>}
            <p class="cite">
              <SourceText citation={figure.source} ports={ports} />
            </p>
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** Everything that is known of one concept. */
export function ConceptPage({ id, section, ports }: { id: string; section: Section; ports: LibraryPorts }) {
  const { t, language, graph } = ports;
  const concept = graph.concept(id);
  const card = cardOf(graph, id);
  if (!concept || !card) return <NotFound section={section} ports={ports} />;
  const first = language === 'en' ? 'en' : 'zh-Hant';
  const second = first === 'en' ? 'zh-Hant' : 'en';
  // That a plan stands in itself is no news.
  const places = placesOf(graph, concept).filter(({ trail }) => trail.length > 1 || trail[0]?.id !== id);
  const touching = (ports.highlights.value ?? []).filter(
    (highlight) => !highlight.deletedAt && highlight.concepts.some((quoted) => quoted.id === id),
  );
  const follow = (other: string) => {
    const next = graph.concept(other);
    if (next) location.hash = conceptHref(next);
  };
  return (
    <article class="concept">
      <p class="back">
        <a href={hashOf(section)}>{t('library.back')}</a>
      </p>
      <p class="kind">
        {t(`kind.${concept.kind}`)} · {t(`jurisdiction.${concept.jurisdiction}`)}
      </p>
      <h1 lang={first}>{preferredTerm(concept, first).text}</h1>
      <p class="subtitle" lang={second}>
        {preferredTerm(concept, second).text}
      </p>
      <div class="definition">
        <p lang={first}>{concept.definition[first]}</p>
        <p lang={second}>{concept.definition[second]}</p>
      </div>
      {concept.note && <p class="note">{concept.note[first]}</p>}
      <ViewLinks concept={concept} ports={ports} />
      <Facts concept={concept} ports={ports} />
      {places.length > 0 && (
        <section>
          <h2>{t('initiatives.place')}</h2>
          <ul class="places">
            {places.map((place) => (
              <PlaceTrail
                key={place.trail.at(-1)?.id}
                place={place}
                current={concept.id}
                t={t}
                language={language}
                onFollow={follow}
              />
            ))}
          </ul>
        </section>
      )}
      <ConceptList
        title={t('initiatives.parts')}
        ids={graph.parts(id).map((part) => part.id)}
        ports={ports}
      />
      <section>
        <h2>{t('initiatives.terms')}</h2>
        <TermsTable wordings={[...card.zh, ...card.en]} ports={ports} />
      </section>
      <Relations concept={concept} ports={ports} />
      <ConceptList
        title={t('initiatives.members')}
        ids={graph.members(id).map((member) => member.id)}
        ports={ports}
      />
      {touching.length > 0 && (
        <section>
          <h2>{t('initiatives.highlights')}</h2>
          <ul class="concepts">
            {touching.map((highlight) => (
              <li key={highlight.id}>
                <a href={hashOf('highlights', highlight.id)}>{highlight.quote}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t('glossary.sources')}</h2>
        <ul class="concepts">
          {concept.sources.map((citation) => (
            <li key={`${citation.id} ${citation.at}`}>
              <SourceText citation={citation} ports={ports} />
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}
