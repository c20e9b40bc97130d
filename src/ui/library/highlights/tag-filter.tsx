import { useState } from 'preact/hooks';
import { Choice } from '../fields.tsx';
import type { LibraryPorts } from '../ports.ts';
import { FailureLine } from './failure-line.tsx';
import { useDeed } from './use-deed.ts';

/** Narrows the list to a tag, and gives the chosen tag another name everywhere. */
export function TagFilter(props: {
  tag: string;
  tags: readonly string[];
  ports: LibraryPorts;
  onChange: (tag: string) => void;
}) {
  const { tag, tags, ports, onChange } = props;
  const { t } = ports;
  const [name, setName] = useState('');
  const [failure, run] = useDeed();
  const rename = async () => {
    const to = name.trim();
    if (!(await run(() => ports.renameTag(tag, to)))) return;
    setName('');
    onChange(to);
  };
  if (tags.length === 0) return null;
  return (
    <>
      <Choice
        label={t('marks.tag')}
        all={t('marks.allTags')}
        value={tag}
        options={tags.map((value) => ({ value, label: value }))}
        onChange={onChange}
      />
      {tag !== '' && (
        <details>
          <summary>{t('marks.renameTag')}</summary>
          <label class="choice">
            <span>{t('marks.renameTo')}</span>
            <input value={name} onInput={(event) => setName(event.currentTarget.value)} />
          </label>
          <button type="button" class="button" onClick={() => void rename()}>
            {t('marks.rename')}
          </button>
          <FailureLine failure={failure} t={t} />
        </details>
      )}
    </>
  );
}
