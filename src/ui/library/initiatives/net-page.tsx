import { useMemo, useState } from 'preact/hooks';
import { layOutNet, type NetGroup, neighbourhood } from '../../../initiatives/neighbourhood.ts';
import { ConceptLink, conceptHref } from '../concept-link.tsx';
import { NotFound } from '../not-found.tsx';
import type { LibraryPorts } from '../ports.ts';
import { SourceText } from '../source-text.tsx';
import { languageOrder, namesOf } from './names.ts';
import { groupName, NET, NetPicture } from './net-picture.tsx';
import { PictureFrame } from './picture-frame.tsx';
import { ViewTabs } from './view-tabs.tsx';

/** Members of a relation that the picture shows; the list below it shows all. */
const MOST_DRAWN = 8;

/** Below this width, CSS px, a list says more than a picture that does not fit. */
const NARROW = 760;

const ZOOM = { first: 1, least: 0.4, most: 2 };

function NeighbourList({ groups, ports }: { groups: readonly NetGroup[]; ports: LibraryPorts }) {
  return (
    <>
      {groups.map((group) => (
        <section key={`${group.type} ${group.outgoing}`}>
          <h3>{groupName(group, ports.t)}</h3>
          <ul class="concepts">
            {group.members.map(({ concept, source }) => (
              <li key={concept.id}>
                <ConceptLink id={concept.id} ports={ports} />
                {source && (
                  <p class="cite">
                    <SourceText citation={source} ports={ports} />
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** One concept and what is around it, by relation: as a picture, and as a list with the sources. */
export function NetPage({ id, ports }: { id: string; ports: LibraryPorts }) {
  const { t, graph, language } = ports;
  const [zoom, setZoom] = useState(ZOOM.first);
  const concept = graph.concept(id);
  const all = useMemo(() => neighbourhood(graph, id, Infinity), [graph, id]);
  const layout = useMemo(() => layOutNet(neighbourhood(graph, id, MOST_DRAWN), NET), [graph, id]);
  if (!concept) return <NotFound section="initiatives" ports={ports} />;
  const [first, second] = namesOf(concept, language);
  const [firstLanguage, secondLanguage] = languageOrder(language);
  return (
    <>
      <ViewTabs current={{ view: 'net', id }} ports={ports} />
      <h1 lang={firstLanguage} class="tight">
        <a href={conceptHref(concept)}>{first}</a>
      </h1>
      <p class="subtitle" lang={secondLanguage}>
        {second}
      </p>
      <p class="hint">{t('views.netHint')}</p>
      <PictureFrame
        fileName={`net-${id}`}
        zoom={{ value: zoom, least: ZOOM.least, most: ZOOM.most }}
        onZoom={setZoom}
        ports={ports}
      >
        <NetPicture concept={concept} layout={layout} zoom={zoom} ports={ports} />
      </PictureFrame>
      <details class="as-table" open={innerWidth < NARROW}>
        <summary>{t('views.asList')}</summary>
        <NeighbourList groups={all} ports={ports} />
      </details>
    </>
  );
}
