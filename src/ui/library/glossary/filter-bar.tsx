import { useEffect, useState } from 'preact/hooks';
import { conceptKindSchema } from '../../../glossary/concept.ts';
import { reviewStateSchema } from '../../../glossary/entry.ts';
import { termStatusSchema } from '../../../glossary/status.ts';
import { Choice, SearchField } from '../fields.tsx';
import type { LibraryPorts } from '../ports.ts';
import { packName } from './pack-name.ts';
import { isNarrowed, type TableQuery, WHOLE_TABLE } from './table-query.ts';
import { useValues } from './use-values.ts';

/** Most values of a field that are offered: a list of all would be of no use. */
const MOST_OFFERED = 300;

/** A field whose values in use are offered while one writes. */
export function OfferedField(props: {
  label: string;
  value: string;
  offered: readonly string[];
  name: string;
  onChange: (value: string) => void;
}) {
  const { label, value, offered, name, onChange } = props;
  return (
    <label class="choice">
      <span>{label}</span>
      <input list={name} value={value} onInput={(event) => onChange(event.currentTarget.value)} />
      <datalist id={name}>
        {offered.slice(0, MOST_OFFERED).map((option) => (
          <option key={option} value={option} />
        ))}
      </datalist>
    </label>
  );
}

/** Search and filters of the table. What is written goes into the address a moment later, as one would not go back by letters. */
export function FilterBar(props: {
  query: TableQuery;
  version: number;
  /** Where it is narrow, whether more than the search is shown. */
  isUnfolded: boolean;
  onFold: (isUnfolded: boolean) => void;
  onChange: (query: TableQuery) => void;
  ports: LibraryPorts;
}) {
  const { query, version, isUnfolded, onFold, onChange, ports } = props;
  const { t, glossary } = ports;
  const [isWide, setWide] = useState(() =>
    Boolean(query.kind || query.subject || query.source || query.unmarked),
  );
  const packs = glossary.packs.value ?? [];
  const subjects = useValues(glossary.table, 'subject', isWide, version);
  const sources = useValues(glossary.table, 'source', isWide, version);
  const set = (change: Partial<TableQuery>) => onChange({ ...query, ...change });
  useEffect(() => {
    if (query.kind || query.subject || query.source || query.unmarked) setWide(true);
  }, [query]);
  return (
    <>
      <div class="filters">
        <SearchField value={query.words} onChange={(words) => set({ words })} t={t} />
        <button
          type="button"
          class="button quiet fold"
          aria-expanded={isUnfolded}
          onClick={() => onFold(!isUnfolded)}
        >
          {t('desk.fold')}
        </button>
        <div class="foldable">
          <Choice
            label={t('desk.pack')}
            all={t('desk.allPacks')}
            value={query.pack}
            options={packs.map(({ id }) => ({ value: id, label: packName(id, ports) }))}
            onChange={(pack) => set({ pack })}
          />
          <Choice
            label={t('library.status')}
            all={t('library.allStatuses')}
            value={query.status}
            options={termStatusSchema.options.map((value) => ({ value, label: t(`status.${value}`) }))}
            onChange={(status) => set({ status: status as TableQuery['status'] })}
          />
          <Choice
            label={t('desk.review')}
            all={t('desk.anyReview')}
            value={query.review}
            options={reviewStateSchema.options.map((value) => ({ value, label: t(`desk.state.${value}`) }))}
            onChange={(review) => set({ review: review as TableQuery['review'] })}
          />
          <button type="button" class="button quiet" aria-expanded={isWide} onClick={() => setWide(!isWide)}>
            {t('desk.moreFilters')}
          </button>
        </div>
      </div>
      {isWide && (
        <div class="filters foldable">
          <Choice
            label={t('library.kind')}
            all={t('library.allKinds')}
            value={query.kind}
            options={conceptKindSchema.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(kind) => set({ kind: kind as TableQuery['kind'] })}
          />
          <OfferedField
            label={t('library.subject')}
            name="subjects-in-use"
            value={query.subject}
            offered={subjects}
            onChange={(subject) => set({ subject })}
          />
          <OfferedField
            label={t('initiatives.source')}
            name="sources-in-use"
            value={query.source}
            offered={sources}
            onChange={(source) => set({ source })}
          />
          <label class="check">
            <input
              type="checkbox"
              checked={query.unmarked}
              onChange={(event) => set({ unmarked: event.currentTarget.checked })}
            />
            <span>{t('desk.onlyUnmarked')}</span>
          </label>
          <label class="check">
            <input
              type="checkbox"
              checked={query.bin}
              onChange={(event) => set({ bin: event.currentTarget.checked })}
            />
            <span>{t('highlights.bin')}</span>
          </label>
        </div>
      )}
      {isNarrowed(query) && (
        <p class="narrowed">
          <button
            type="button"
            class="link"
            onClick={() => onChange({ ...WHOLE_TABLE, by: query.by, descending: query.descending })}
          >
            {t('desk.showAll')}
          </button>
        </p>
      )}
    </>
  );
}
