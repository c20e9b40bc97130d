import { useMemo, useState } from 'preact/hooks';
import type { Concept } from '../../../glossary/concept.ts';
import { decimalYear, type Lineage, lineageOf } from '../../../initiatives/lineage.ts';
import { localDay } from '../../../text/local-day.ts';
import { yearsOf } from '../../shared/place-trail.tsx';
import { ConceptLink } from '../concept-link.tsx';
import type { LibraryPorts } from '../ports.ts';
import { BAR_LABEL_SIZE, barLabel, LABEL_PADDING, LineagePicture } from './lineage-picture.tsx';
import { namesOf } from './names.ts';
import { PictureFrame } from './picture-frame.tsx';
import { textWidth } from './text-width.ts';
import { ViewTabs } from './view-tabs.tsx';

/** Width of a year, CSS px. */
const YEAR = { first: 44, least: 14, most: 160 };

/** How deep parts are shown when they are asked for; whole plans are depth 1. */
const WITH_PARTS = 2;

function LineageTable({ lineage, ports }: { lineage: Lineage; ports: LibraryPorts }) {
  const { t, graph } = ports;
  const others = (id: string, which: 'earlier' | 'later') =>
    lineage.links
      .filter((link) => (which === 'earlier' ? link.later : link.earlier) === id)
      .map((link) => link[which]);
  const byTime = [...lineage.bars].sort((a, b) => a.from - b.from);
  const cell = (ids: readonly string[]) => (
    <td>
      {ids.map((id) => (
        <p key={id}>
          <ConceptLink id={id} ports={ports} />
        </p>
      ))}
    </td>
  );
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('library.initiatives')}</th>
            <th scope="col">{t('views.country')}</th>
            <th scope="col">{t('initiatives.years')}</th>
            <th scope="col">{t('relation.succeeds')}</th>
            <th scope="col">{t('relationInverse.succeeds')}</th>
          </tr>
        </thead>
        <tbody>
          {byTime.map((bar) => {
            const concept = graph.concept(bar.id);
            return (
              <tr key={bar.id}>
                <th scope="row">
                  <ConceptLink id={bar.id} ports={ports} />
                </th>
                <td>{t(`jurisdiction.${bar.jurisdiction}`)}</td>
                <td>{yearsOf({ start: concept?.start, end: concept?.end }) || t('views.unknown')}</td>
                {cell(others(bar.id, 'earlier'))}
                {cell(others(bar.id, 'later'))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Initiatives on a time axis with what followed what; the same as a table for those who read it so. */
export function LineagePage({ shown, ports }: { shown: string; ports: LibraryPorts }) {
  const { t, graph, language } = ports;
  const [yearWidth, setYearWidth] = useState(YEAR.first);
  const [withParts, setWithParts] = useState(false);
  const now = decimalYear(localDay(ports.now()));
  const lineage = useMemo(
    () =>
      lineageOf(graph, {
        now,
        depth: withParts ? WITH_PARTS : 1,
        labelYears: (concept: Concept) =>
          (textWidth(barLabel(namesOf(concept, language)[0]), BAR_LABEL_SIZE) + LABEL_PADDING) / yearWidth,
      }),
    [graph, language, yearWidth, withParts, now],
  );
  return (
    <>
      <h1>{t('library.initiatives')}</h1>
      <ViewTabs current={{ view: 'lineage', id: shown }} ports={ports} />
      <p class="hint">{t('views.lineageHint')}</p>
      <label class="check filters">
        <input
          type="checkbox"
          checked={withParts}
          onChange={(event) => setWithParts(event.currentTarget.checked)}
        />
        <span>{t('views.withParts')}</span>
      </label>
      <PictureFrame
        fileName="lineage"
        zoom={{ value: yearWidth, least: YEAR.least, most: YEAR.most }}
        onZoom={setYearWidth}
        ports={ports}
      >
        <LineagePicture lineage={lineage} yearWidth={yearWidth} now={now} shown={shown} ports={ports} />
      </PictureFrame>
      <details class="as-table">
        <summary>{t('views.asTable')}</summary>
        <LineageTable lineage={lineage} ports={ports} />
      </details>
    </>
  );
}
