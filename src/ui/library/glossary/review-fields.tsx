import { type GlossaryEntry, type ReviewState, reviewStateSchema } from '../../../glossary/entry.ts';
import type { Texts } from '../../shared/texts.ts';

/** How far an entry has come, by whom and when. A new state is the reviewer's, of this day, until it is written otherwise. */
export function ReviewFields(props: {
  entry: GlossaryEntry;
  reviewer: string;
  today: string;
  t: Texts;
  onChange: (change: Pick<GlossaryEntry, 'review' | 'reviewedBy' | 'reviewedOn'>) => void;
}) {
  const { entry, reviewer, today, t, onChange } = props;
  const { review, reviewedBy, reviewedOn } = entry;
  const become = (state: ReviewState) =>
    onChange(
      state === 'proposed'
        ? { review: state, reviewedBy: '', reviewedOn: '' }
        : { review: state, reviewedBy: reviewedBy || reviewer, reviewedOn: today },
    );
  return (
    <fieldset class="options">
      <legend>{t('desk.review')}</legend>
      {reviewStateSchema.options.map((state) => (
        <label key={state} class="option">
          <input type="radio" name="review" checked={review === state} onChange={() => become(state)} />
          {t(`desk.state.${state}`)}
        </label>
      ))}
      {review !== 'proposed' && (
        <div class="fields">
          <label>
            <span>{t('desk.reviewedBy')}</span>
            <input
              value={reviewedBy}
              autocomplete="name"
              onInput={(event) => onChange({ review, reviewedBy: event.currentTarget.value, reviewedOn })}
            />
          </label>
          <label>
            <span>{t('desk.reviewedOn')}</span>
            <input
              value={reviewedOn}
              placeholder={today}
              onInput={(event) => onChange({ review, reviewedBy, reviewedOn: event.currentTarget.value })}
            />
          </label>
        </div>
      )}
    </fieldset>
  );
}
