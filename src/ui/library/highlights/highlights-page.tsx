import { useMemo, useState } from 'preact/hooks';
import { highlightColourSchema, highlightStateSchema } from '../../../highlights/highlight.ts';
import { colourName } from '../../card/colour-choice.tsx';
import { type Done, DoneLine } from '../done-line.tsx';
import { ExportButton } from '../exchange/export-button.tsx';
import { highlightSubject } from '../exchange/export-subjects.ts';
import { Choice, SearchField } from '../fields.tsx';
import type { LibraryPorts } from '../ports.ts';
import { hashOf } from '../route.ts';
import { Steps } from '../steps.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { FailureLine } from './failure-line.tsx';
import { HighlightCard } from './highlight-card.tsx';
import { TagFilter } from './tag-filter.tsx';
import { useDeed } from './use-deed.ts';
import { useFound } from './use-found.ts';
import { VirtualList } from './virtual-list.tsx';

/** The reader's highlights: search, filter, edit one or many, undo, export of what is shown. */
export function HighlightsPage({ shown, ports }: { shown: string; ports: LibraryPorts }) {
  const { t, fold } = ports;
  const [text, setText] = useState('');
  const [colour, setColour] = useState('');
  const [state, setState] = useState('');
  const [tag, setTag] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [removed, setRemoved] = useState<Done>();
  const [failure, run] = useDeed();
  const all = ports.highlights.value;
  const kept = useMemo(() => all?.filter((highlight) => !highlight.deletedAt), [all]);
  const tags = useMemo(() => [...new Set(kept?.flatMap((row) => row.tags))].sort(), [kept]);
  const found = useFound(kept, { text, colour, state, tag }, fold);
  if (!kept || !found) return <p role="status">{t('library.loading')}</p>;
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const selected = found.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const remove = async (ids: string[]) => {
    const text = t('library.removed', { count: ids.length });
    if (!(await run(async () => setRemoved({ text, deed: await ports.removeHighlights(ids) })))) return;
    setChosen(new Set());
  };
  return (
    <>
      <h1>{t('library.highlights')}</h1>
      {kept.length === 0 ? (
        <p class="empty">
          {t('highlights.empty')} <a href="#/guide">{t('app.guide')}</a>
        </p>
      ) : (
        <>
          <div class="filters">
            <SearchField value={text} onChange={setText} t={t} />
            <Choice
              label={t('library.colour')}
              all={t('library.allColours')}
              value={colour}
              options={highlightColourSchema.options.map((value) => ({
                value,
                label: colourName(value, ports.settings.value.colourNames, t),
              }))}
              onChange={setColour}
            />
            <Choice
              label={t('library.state')}
              all={t('library.allStates')}
              value={state}
              options={highlightStateSchema.options.map((value) => ({
                value,
                label: t(`highlights.state.${value}`),
              }))}
              onChange={setState}
            />
            <TagFilter tag={tag} tags={tags} ports={ports} onChange={setTag} />
            <ExportButton
              label={t('export.open.shown')}
              subject={() =>
                highlightSubject(
                  {
                    ...(selected.length > 0 && { selected: found.filter(({ id }) => chosen.has(id)) }),
                    ...(found.length < kept.length && { shown: found }),
                    all: kept,
                  },
                  ports,
                )
              }
              ports={ports}
            />
          </div>
          <p class="count" role="status">
            {found.length > 0 ? t('popup.highlights', { count: found.length }) : t('library.noResults')}
          </p>
        </>
      )}
      <div class="row-of-tools">
        <Steps {...ports.steps.value} travel={ports.travel} t={t} />
        {found.length > 0 && (
          <button
            type="button"
            class="button quiet"
            onClick={() => setChosen(new Set(found.map(({ id }) => id)))}
          >
            {t('marks.selectAll')}
          </button>
        )}
        {(all?.length ?? 0) > kept.length && (
          <a href={hashOf('highlights', 'bin')}>
            {t('backup.binCount', { count: (all?.length ?? 0) - kept.length })}
          </a>
        )}
      </div>
      {selected.length > 0 && (
        <BulkBar
          ids={selected}
          tags={tags}
          ports={ports}
          onClear={() => setChosen(new Set())}
          onRemove={() => void remove(selected)}
        />
      )}
      <FailureLine failure={failure} t={t} />
      <DoneLine done={removed} ports={ports} />
      {found.length > 0 && (
        <VirtualList
          rows={found}
          keyOf={({ id }) => id}
          className="highlights virtual"
          {...(shown && { first: shown })}
        >
          {(highlight) => (
            <HighlightCard
              highlight={highlight}
              shown={highlight.id === shown}
              chosen={chosen.has(highlight.id)}
              tags={tags}
              ports={ports}
              onChoose={(isChosen) => choose(highlight.id, isChosen)}
              onRemove={() => void remove([highlight.id])}
            />
          )}
        </VirtualList>
      )}
    </>
  );
}
