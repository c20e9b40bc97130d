import { render } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { type Concept, jurisdictionSchema } from '../../../glossary/concept.ts';
import { preferredTerm } from '../../../glossary/preferred-term.ts';
import { widerPlanFirst } from '../../../initiatives/places.ts';
import { yearsOf } from '../../shared/place-trail.tsx';
import { SearchField } from '../fields.tsx';
import type { LibraryPorts } from '../ports.ts';
import { hashOf } from '../route.ts';
import { OutlinePicture, type OutlineRow } from './outline-picture.tsx';
import { PictureTools } from './picture-tools.tsx';
import { ViewTabs } from './view-tabs.tsx';

interface Branch {
  readonly concept: Concept;
  readonly parts: readonly Branch[];
}

/** The branch of a concept, narrowed to what `keep` lets through and what stands above it. */
function branchOf(
  concept: Concept,
  ports: LibraryPorts,
  keep: (concept: Concept) => boolean,
  above: readonly string[],
): Branch | undefined {
  if (above.includes(concept.id)) return undefined;
  const parts = ports.graph
    .parts(concept.id)
    .filter((part) => part.kind === 'initiative')
    .flatMap((part) => branchOf(part, ports, keep, [...above, concept.id]) ?? []);
  return parts.length > 0 || keep(concept) ? { concept, parts } : undefined;
}

function isRoot(concept: Concept, ports: LibraryPorts): boolean {
  const parent = concept.parent ? ports.graph.concept(concept.parent) : undefined;
  return concept.kind === 'initiative' && parent?.kind !== 'initiative';
}

function BranchItem(props: {
  branch: Branch;
  open: ReadonlySet<string>;
  all: boolean;
  onToggle: (id: string) => void;
  ports: LibraryPorts;
}) {
  const { branch, open, all, onToggle, ports } = props;
  const { t, language } = ports;
  const { concept, parts } = branch;
  const first = language === 'en' ? 'en' : 'zh-Hant';
  const second = first === 'en' ? 'zh-Hant' : 'en';
  const isOpen = all || open.has(concept.id);
  const name = preferredTerm(concept, first).text;
  const years = yearsOf({ start: concept.start, end: concept.end });
  return (
    <li>
      <div class="branch">
        {parts.length > 0 ? (
          <button
            type="button"
            class="toggle"
            aria-expanded={isOpen}
            aria-label={`${name}: ${t('initiatives.partCount', { count: parts.length })}`}
            onClick={() => onToggle(concept.id)}
          />
        ) : (
          <span class="toggle leaf" />
        )}
        <a href={hashOf('initiatives', concept.id)}>
          <span lang={first}>{name}</span> <small lang={second}>{preferredTerm(concept, second).text}</small>
        </a>
        {years && <span class="years">{years}</span>}
      </div>
      {isOpen && parts.length > 0 && (
        <ul>
          {parts.map((part) => (
            <BranchItem
              key={part.concept.id}
              branch={part}
              open={open}
              all={all}
              onToggle={onToggle}
              ports={ports}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

/** The rows of a branch as far as it is unfolded. */
function outlineRows(
  { concept, parts }: Branch,
  open: ReadonlySet<string>,
  all: boolean,
  depth: number,
): OutlineRow[] {
  const below = all || open.has(concept.id) ? parts : [];
  return [{ concept, depth }, ...below.flatMap((part) => outlineRows(part, open, all, depth + 1))];
}

/** All initiatives as trees, by jurisdiction. Searching opens what it finds. */
export function TreePage({ ports }: { ports: LibraryPorts }) {
  const { t, graph, fold } = ports;
  const [text, setText] = useState('');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const wanted = fold(text);
  const trees = useMemo(() => {
    const keep = (concept: Concept) =>
      !wanted || concept.terms.some((term) => fold(term.text).includes(wanted));
    return graph.pack.concepts
      .filter((concept) => isRoot(concept, ports))
      .sort((a, b) => widerPlanFirst(graph, a.id, b.id))
      .flatMap((concept) => branchOf(concept, ports, keep, []) ?? []);
  }, [graph, fold, wanted, ports]);
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  const parents = graph.pack.concepts
    .filter((concept) => graph.parts(concept.id).length > 0)
    .map(({ id }) => id);
  const drawTree = () => {
    const rows = jurisdictionSchema.options.flatMap((jurisdiction) => {
      const own = trees.filter(({ concept }) => concept.jurisdiction === jurisdiction);
      if (own.length === 0) return [];
      return [
        { heading: t(`jurisdiction.${jurisdiction}`) },
        ...own.flatMap((branch) => outlineRows(branch, open, wanted !== '', 0)),
      ];
    });
    const stage = document.createElement('div');
    render(<OutlinePicture rows={rows} ports={ports} />, stage);
    return stage.querySelector('svg');
  };
  return (
    <>
      <h1>{t('library.initiatives')}</h1>
      <ViewTabs current={{ view: 'tree' }} ports={ports} />
      <div class="filters">
        <SearchField value={text} onChange={setText} t={t} />
        <button type="button" class="button quiet" onClick={() => setOpen(new Set(parents))}>
          {t('initiatives.expandAll')}
        </button>
        <button type="button" class="button quiet" onClick={() => setOpen(new Set())}>
          {t('initiatives.collapseAll')}
        </button>
      </div>
      <div class="actions tools">
        <span class="gap" />
        <PictureTools fileName="tree" drawing={drawTree} ports={ports} />
      </div>
      {trees.length === 0 && <p role="status">{t('library.noResults')}</p>}
      {jurisdictionSchema.options.map((jurisdiction) => {
        const own = trees.filter(({ concept }) => concept.jurisdiction === jurisdiction);
        if (own.length === 0) return null;
        return (
          <section key={jurisdiction}>
            <h2>{t(`jurisdiction.${jurisdiction}`)}</h2>
            <ul class="tree">
              {own.map((branch) => (
                <BranchItem
                  key={branch.concept.id}
                  branch={branch}
                  open={open}
                  all={wanted !== ''}
                  onToggle={toggle}
                  ports={ports}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
