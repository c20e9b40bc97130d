import { useState } from 'preact/hooks';
import { type EntryEdit, reviewStateSchema } from '../../../glossary/entry.ts';
import { BUNDLED_PACK } from '../../../glossary/pack-ids.ts';
import { termStatusSchema } from '../../../glossary/status.ts';
import { localDay } from '../../../text/local-day.ts';
import type { Done } from '../done-line.tsx';
import { Choice } from '../fields.tsx';
import { FailureLine } from '../highlights/failure-line.tsx';
import { useDeed } from '../highlights/use-deed.ts';
import type { LibraryPorts } from '../ports.ts';
import { OfferedField } from './filter-bar.tsx';
import { packName } from './pack-name.ts';
import { useValues } from './use-values.ts';

/** Most entries that can be merged into one. */
const MOST_MERGED = 20;

interface Wishes {
  readonly status: string;
  readonly review: string;
  readonly mark: string;
  readonly subject: string;
  readonly pack: string;
}

const NO_WISH: Wishes = { status: '', review: '', mark: '', subject: '', pack: '' };

/** What the wishes change. A review is the reader's own, of this day. */
function editOf({ status, review, mark, subject, pack }: Wishes, reviewer: string, today: string): EntryEdit {
  const state = reviewStateSchema.safeParse(review).data;
  const claim = termStatusSchema.safeParse(status).data;
  const isReviewed = state !== undefined && state !== 'proposed';
  return {
    ...(claim && { status: claim }),
    ...(state && {
      review: state,
      reviewedBy: isReviewed ? reviewer : '',
      reviewedOn: isReviewed ? today : '',
    }),
    ...(mark && { mark: mark === 'yes' }),
    ...(subject.trim() && { subject: subject.trim() }),
    ...(pack && { pack }),
  };
}

/** What can be done to many entries at once. */
export function BulkEdit(props: {
  ids: readonly string[];
  isBin: boolean;
  ports: LibraryPorts;
  onClear: () => void;
  /** Told what was done, for the line that offers to undo it. */
  onDone: (done: Done) => void;
  onMerge: () => void;
}) {
  const { ids, isBin, ports, onClear, onDone, onMerge } = props;
  const { t, glossary } = ports;
  const [wishes, setWishes] = useState(NO_WISH);
  const [failure, run] = useDeed();
  const subjects = useValues(glossary.table, 'subject', !isBin, '');
  const packs = glossary.packs.value ?? [];
  const count = ids.length;
  const edit = editOf(wishes, ports.settings.value.reviewer, localDay(ports.now()));
  const wish = (change: Partial<Wishes>) => setWishes({ ...wishes, ...change });
  const apply = async () => {
    if (
      !(await run(async () =>
        onDone({ text: t('desk.changed', { count }), deed: await glossary.edit(ids, edit) }),
      ))
    )
      return;
    setWishes(NO_WISH);
  };
  const remove = async () => {
    if (
      !(await run(async () =>
        onDone({ text: t('library.removed', { count }), deed: await ports.removeEntries([...ids]) }),
      ))
    )
      return;
    onClear();
  };
  const restore = async () => {
    if (
      !(await run(async () =>
        onDone({ text: t('desk.restored', { count }), deed: await ports.restoreEntries([...ids]) }),
      ))
    )
      return;
    onClear();
  };
  if (isBin)
    return (
      <section class="bulk" aria-label={t('desk.bulk')}>
        <p role="status">{t('desk.selected', { count })}</p>
        <button type="button" class="button" onClick={() => void restore()}>
          {t('highlights.restore')}
        </button>
        <button type="button" class="button quiet" onClick={onClear}>
          {t('marks.clearSelection')}
        </button>
        <FailureLine failure={failure} t={t} />
      </section>
    );
  return (
    <section class="bulk" aria-label={t('desk.bulk')}>
      <p role="status">{t('desk.selected', { count })}</p>
      <Choice
        label={t('desk.setStatus')}
        all={t('desk.asItIs')}
        value={wishes.status}
        options={termStatusSchema.options.map((value) => ({ value, label: t(`status.${value}`) }))}
        onChange={(status) => wish({ status })}
      />
      <Choice
        label={t('desk.setReview')}
        all={t('desk.asItIs')}
        value={wishes.review}
        options={reviewStateSchema.options.map((value) => ({ value, label: t(`desk.state.${value}`) }))}
        onChange={(review) => wish({ review })}
      />
      <Choice
        label={t('desk.setMark')}
        all={t('desk.asItIs')}
        value={wishes.mark}
        options={[
          { value: 'yes', label: t('desk.marked') },
          { value: 'no', label: t('desk.unmarked') },
        ]}
        onChange={(mark) => wish({ mark })}
      />
      <Choice
        label={t('desk.moveTo')}
        all={t('desk.asItIs')}
        value={wishes.pack}
        options={packs
          .filter(({ id }) => id !== BUNDLED_PACK)
          .map(({ id }) => ({ value: id, label: packName(id, ports) }))}
        onChange={(pack) => wish({ pack })}
      />
      <OfferedField
        label={t('desk.setSubject')}
        name="subjects-to-set"
        value={wishes.subject}
        offered={subjects}
        onChange={(subject) => wish({ subject })}
      />
      <button
        type="button"
        class="button main"
        disabled={Object.keys(edit).length === 0}
        onClick={() => void apply()}
      >
        {t('desk.apply')}
      </button>
      <button type="button" class="button" disabled={count < 2 || count > MOST_MERGED} onClick={onMerge}>
        {t('desk.merge')}
      </button>
      <button type="button" class="button" onClick={() => void remove()}>
        {t('glossary.remove')}
      </button>
      <button type="button" class="button quiet" onClick={onClear}>
        {t('marks.clearSelection')}
      </button>
      <FailureLine failure={failure} t={t} />
    </section>
  );
}
