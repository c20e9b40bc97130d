import { type ComponentChildren, render } from 'preact';
import { useRef } from 'preact/hooks';
import { type Concept, jurisdictionSchema } from '../../../glossary/concept.ts';
import { type Comparison, compareInitiatives, counterpartsOf } from '../../../initiatives/comparison.ts';
import { yearsOf } from '../../shared/place-trail.tsx';
import { ConceptLink } from '../concept-link.tsx';
import type { LibraryPorts } from '../ports.ts';
import { SourceText } from '../source-text.tsx';
import { languageOrder, namesOf } from './names.ts';
import { PictureTools } from './picture-tools.tsx';
import { TablePicture } from './table-picture.tsx';
import { viewHref } from './view-route.ts';
import { ViewTabs } from './view-tabs.tsx';

/** Initiatives that one would set side by side: whole plans, and whatever has parts or is compared by a document. */
function candidates({ graph }: LibraryPorts): Concept[] {
  return graph.pack.concepts.filter(
    ({ id, kind, parent }) =>
      kind === 'initiative' &&
      (!parent || graph.parts(id).length > 0 || graph.edges(id).some(({ type }) => type === 'comparedWith')),
  );
}

function Chooser(props: {
  label: string;
  value: string;
  /** What documents compare with the other side. */
  likely: readonly Concept[];
  onChange: (id: string) => void;
  ports: LibraryPorts;
}) {
  const { label, value, likely, onChange, ports } = props;
  const { t, language, graph } = ports;
  const options = (concepts: readonly Concept[]) =>
    concepts.map((concept) => (
      <option key={concept.id} value={concept.id} selected={concept.id === value}>
        {namesOf(concept, language)[0]} · {t(`jurisdiction.${concept.jurisdiction}`)}
      </option>
    ));
  const all = candidates(ports);
  const chosen = graph.concept(value);
  const others = chosen && !all.includes(chosen) && !likely.includes(chosen) ? [chosen] : [];
  return (
    <label class="choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t('views.choose')}</option>
        {options(others)}
        {likely.length > 0 && <optgroup label={t('views.likely')}>{options(likely)}</optgroup>}
        {jurisdictionSchema.options.map((jurisdiction) => {
          const own = all.filter(
            (concept) => concept.jurisdiction === jurisdiction && !likely.includes(concept),
          );
          return own.length === 0 ? null : (
            <optgroup key={jurisdiction} label={t(`jurisdiction.${jurisdiction}`)}>
              {options(own)}
            </optgroup>
          );
        })}
      </select>
    </label>
  );
}

function Row({ title, left, right }: { title: string; left: ComponentChildren; right: ComponentChildren }) {
  if (!left && !right) return null;
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{left}</td>
      <td>{right}</td>
    </tr>
  );
}

function Links({ ids, ports }: { ids: readonly string[]; ports: LibraryPorts }) {
  return (
    <>
      {ids.map((id) => (
        <p key={id}>
          <ConceptLink id={id} ports={ports} />
        </p>
      ))}
    </>
  );
}

function Figures({ concept, ports }: { concept: Concept; ports: LibraryPorts }) {
  const [first] = languageOrder(ports.language);
  return (
    <>
      {concept.figures.map((figure) => (
        <p key={`${figure.label.en} ${figure.value.en}`}>
          {figure.label[first]}: {figure.value[first]} {figure.by && <small>({figure.by})</small>}
        </p>
      ))}
    </>
  );
}

function FactRows({ left, right, ports }: { left: Concept; right: Concept; ports: LibraryPorts }) {
  const { t, language, graph } = ports;
  const [first] = languageOrder(language);
  const both = (show: (concept: Concept) => ComponentChildren) => ({ left: show(left), right: show(right) });
  const ids = (of: (concept: Concept) => readonly string[]) =>
    both((concept) => of(concept).length > 0 && <Links ids={of(concept)} ports={ports} />);
  const related = (type: string, outgoing: boolean) =>
    ids(({ id }) =>
      graph
        .edges(id)
        .filter((edge) => edge.type === type && edge.outgoing === outgoing)
        .map(({ other }) => other),
    );
  return (
    <>
      <Row title={t('views.country')} {...both(({ jurisdiction }) => t(`jurisdiction.${jurisdiction}`))} />
      <Row title={t('initiatives.years')} {...both(({ start, end }) => yearsOf({ start, end }))} />
      <Row
        title={t('glossary.definition')}
        {...both(({ definition }) => <p lang={first}>{definition[first]}</p>)}
      />
      <Row title={t('relation.partOf')} {...ids(({ parent }) => (parent ? [parent] : []))} />
      <Row title={t('initiatives.bodies')} {...ids(({ lead }) => lead)} />
      <Row title={t('relation.succeeds')} {...related('succeeds', true)} />
      <Row title={t('relationInverse.succeeds')} {...related('succeeds', false)} />
      <Row title={t('relation.basedOn')} {...related('basedOn', true)} />
      <Row title={t('relation.implements')} {...related('implements', true)} />
      <Row
        title={t('initiatives.figures')}
        {...both((concept) => concept.figures.length > 0 && <Figures concept={concept} ports={ports} />)}
      />
    </>
  );
}

function PartRows({ comparison, ports }: { comparison: Comparison; ports: LibraryPorts }) {
  const { t } = ports;
  const { parts } = comparison;
  return (
    <>
      {parts.map(({ left, right, source }, index) => (
        <tr key={`${left?.id} ${right?.id}`}>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={parts.length}>
              {t('initiatives.parts')}
            </th>
          )}
          <td>{left && <ConceptLink id={left.id} ports={ports} />}</td>
          <td>
            {right && <ConceptLink id={right.id} ports={ports} />}
            {source && (
              <p class="cite">
                <SourceText citation={source} ports={ports} />
              </p>
            )}
          </td>
        </tr>
      ))}
    </>
  );
}

function SideBySide({ comparison, ports }: { comparison: Comparison; ports: LibraryPorts }) {
  const { t, language } = ports;
  const { left, right, bridges, shared } = comparison;
  const [firstLanguage, secondLanguage] = languageOrder(language);
  const head = (concept: Concept) => {
    const [first, second] = namesOf(concept, language);
    return (
      <th scope="col">
        <a href={viewHref({ view: 'page', id: concept.id })} lang={firstLanguage}>
          {first}
        </a>
        <span class="second" lang={secondLanguage}>
          {second}
        </span>
      </th>
    );
  };
  return (
    <>
      <div class="scroll">
        <table class="side-by-side">
          <thead>
            <tr>
              <td />
              {head(left)}
              {head(right)}
            </tr>
          </thead>
          <tbody>
            <FactRows left={left} right={right} ports={ports} />
          </tbody>
          <tbody>
            <PartRows comparison={comparison} ports={ports} />
          </tbody>
        </table>
      </div>
      {bridges.length > 0 && (
        <section>
          <h2>{t('views.bridges')}</h2>
          <ul class="relations">
            {bridges.map(({ from, type, to, source }) => (
              <li key={`${from.id} ${type} ${to.id}`}>
                <ConceptLink id={from.id} ports={ports} /> <span class="type">{t(`relation.${type}`)}</span>{' '}
                <ConceptLink id={to.id} ports={ports} />
                <p class="cite">
                  <SourceText citation={source} ports={ports} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {shared.length > 0 && (
        <section>
          <h2>{t('views.shared')}</h2>
          <ul class="concepts">
            {shared.map(({ id }) => (
              <li key={id}>
                <ConceptLink id={id} ports={ports} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Pairs that documents compare, to begin with: each whole plan with its first counterpart. */
function suggestedPairs(ports: LibraryPorts): (readonly [Concept, Concept])[] {
  return candidates(ports)
    .filter(({ parent, jurisdiction }) => !parent && jurisdiction === 'TW')
    .flatMap((concept) =>
      counterpartsOf(ports.graph, concept.id)
        .filter(({ jurisdiction }) => jurisdiction !== concept.jurisdiction)
        .slice(0, 1)
        .map((other) => [concept, other] as const),
    );
}

/** Any two initiatives side by side, part against part where a document compares them. */
export function ComparePage({
  leftId,
  rightId,
  ports,
}: {
  leftId: string;
  rightId: string;
  ports: LibraryPorts;
}) {
  const { t, graph, language } = ports;
  const comparison = leftId && rightId ? compareInitiatives(graph, leftId, rightId) : undefined;
  const sides = useRef<HTMLDivElement>(null);
  const drawSides = () => {
    const table = sides.current?.querySelector<HTMLTableElement>('table.side-by-side');
    if (!table) return undefined;
    const stage = document.createElement('div');
    const credit = t('views.credit', { date: graph.pack.edition });
    render(<TablePicture table={table} title={t('views.compare')} credit={credit} />, stage);
    return stage.querySelector('svg');
  };
  const go = (left: string, right: string) => {
    location.hash = viewHref({ view: 'compare', left, right });
  };
  return (
    <>
      <h1>{t('library.initiatives')}</h1>
      <ViewTabs current={{ view: 'compare', left: leftId, right: rightId }} ports={ports} />
      <div class="filters pair">
        <Chooser
          label={t('views.left')}
          value={leftId}
          likely={rightId ? counterpartsOf(graph, rightId) : []}
          onChange={(id) => go(id, rightId)}
          ports={ports}
        />
        <Chooser
          label={t('views.right')}
          value={rightId}
          likely={leftId ? counterpartsOf(graph, leftId) : []}
          onChange={(id) => go(leftId, id)}
          ports={ports}
        />
      </div>
      {comparison ? (
        <div ref={sides}>
          <div class="actions tools">
            <span class="gap" />
            <PictureTools fileName="side-by-side" drawing={drawSides} ports={ports} />
          </div>
          <SideBySide comparison={comparison} ports={ports} />
        </div>
      ) : (
        <section>
          <h2>{t('views.pairs')}</h2>
          <ul class="concepts pairs">
            {suggestedPairs(ports).map(([left, right]) => (
              <li key={`${left.id} ${right.id}`}>
                <a href={viewHref({ view: 'compare', left: left.id, right: right.id })}>
                  {[left, right].map((side) => (
                    <span key={side.id}>
                      {namesOf(side, language)[0]} <small>{t(`jurisdiction.${side.jurisdiction}`)}</small>
                    </span>
                  ))}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
