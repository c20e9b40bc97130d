import { useState } from 'preact/hooks';
import { highlightColourSchema } from '../../../highlights/highlight.ts';
import { ColourChoice } from '../../card/colour-choice.tsx';
import type { LibraryPorts } from '../ports.ts';
import { FailureLine } from './failure-line.tsx';
import { useDeed } from './use-deed.ts';

/** What can be done to many highlights at once. */
export function BulkBar(props: {
  ids: string[];
  tags: readonly string[];
  ports: LibraryPorts;
  onClear: () => void;
  onRemove: () => void;
}) {
  const { ids, tags, ports, onClear, onRemove } = props;
  const { t } = ports;
  const [tag, setTag] = useState('');
  const [failure, run] = useDeed();
  const edit = (change: Parameters<LibraryPorts['editHighlights']>[1]) =>
    void run(() => ports.editHighlights(ids, change));
  return (
    <section class="bulk" aria-label={t('marks.bulk')}>
      <p role="status">{t('marks.selected', { count: ids.length })}</p>
      <ColourChoice
        names={ports.settings.value.colourNames}
        t={t}
        onChoose={(colour) => edit({ colour: highlightColourSchema.parse(colour) })}
      />
      <label class="choice">
        <span>{t('marks.bulkTag')}</span>
        <input list="tags-in-use" value={tag} onInput={(event) => setTag(event.currentTarget.value)} />
        <datalist id="tags-in-use">
          {tags.map((known) => (
            <option key={known} value={known} />
          ))}
        </datalist>
      </label>
      <button
        type="button"
        class="button"
        disabled={tag.trim() === ''}
        onClick={() => edit({ addTags: [tag.trim()] })}
      >
        {t('marks.bulkAdd')}
      </button>
      <button
        type="button"
        class="button"
        disabled={!tags.includes(tag.trim())}
        onClick={() => edit({ removeTags: [tag.trim()] })}
      >
        {t('marks.bulkTake')}
      </button>
      <button type="button" class="button" onClick={onRemove}>
        {t('marks.bulkRemove')}
      </button>
      <button type="button" class="button quiet" onClick={onClear}>
        {t('marks.clearSelection')}
      </button>
      <FailureLine failure={failure} t={t} />
    </section>
  );
}
