import { useState } from 'preact/hooks';
import type { Texts } from '../shared/texts.ts';

/** Tags of a highlight: each can be taken away, and a new one is written with the known ones to choose from. */
export function TagField(props: {
  tags: readonly string[];
  t: Texts;
  listTags: () => Promise<readonly string[]>;
  onChange: (tags: string[]) => void;
}) {
  const { tags, t, listTags, onChange } = props;
  const [word, setWord] = useState('');
  const [known, setKnown] = useState<readonly string[]>([]);
  const wanted = word.trim().toLowerCase();
  const offered = known
    .filter((tag) => wanted !== '' && !tags.includes(tag) && tag.toLowerCase().includes(wanted))
    .slice(0, 5);
  const add = (tag: string) => {
    setWord('');
    if (tag.trim() !== '' && !tags.includes(tag.trim())) onChange([...tags, tag.trim()]);
  };
  return (
    <div class="tags">
      <ul class="tag-list" aria-label={t('mark.tags')}>
        {tags.map((tag) => (
          <li key={tag}>
            {tag}{' '}
            <button
              type="button"
              aria-label={t('mark.removeTag', { tag })}
              onClick={() => onChange(tags.filter((other) => other !== tag))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {/* A form: the Enter that ends the composition of Chinese does not submit it. */}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add(word);
        }}
      >
        <label>
          <span class="label">{t('mark.addTag')}</span>
          <input
            value={word}
            onFocus={() => void listTags().then(setKnown)}
            onInput={(event) => setWord(event.currentTarget.value)}
          />
        </label>
        {word.trim() !== '' && <button type="submit">{t('mark.add')}</button>}
      </form>
      {offered.length > 0 && (
        <ul class="tag-list" aria-label={t('mark.knownTags')}>
          {offered.map((tag) => (
            <li key={tag}>
              <button type="button" onClick={() => add(tag)}>
                {tag}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
