import { useState } from 'preact/hooks';
import type { GlossaryEntry } from '../../glossary/entry.ts';
import { withWording, wordingOf } from '../../glossary/entry-wording.ts';
import { UndoLine } from './fields.tsx';
import type { LibraryPorts } from './ports.ts';

function EntryRow({
  entry,
  ports,
  onRemove,
}: {
  entry: GlossaryEntry;
  ports: LibraryPorts;
  onRemove: () => void;
}) {
  const { t } = ports;
  const stored = {
    zh: wordingOf(entry, 'zh')?.text ?? '',
    en: wordingOf(entry, 'en')?.text ?? '',
    note: entry.note.zh,
  };
  const [words, setWords] = useState(stored);
  const changed = words.zh !== stored.zh || words.en !== stored.en || words.note !== stored.note;
  const save = () => {
    const { terms } = withWording(withWording(entry, 'zh', words.zh), 'en', words.en);
    void ports.changeEntry(entry.id, { terms, note: { ...entry.note, zh: words.note } });
  };
  const field = (name: 'zh' | 'en' | 'note', label: string) => (
    <label>
      <span>{label}</span>
      <input
        value={words[name]}
        lang={name === 'zh' ? 'zh-Hant' : name === 'en' ? 'en' : undefined}
        onInput={(event) => setWords({ ...words, [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <li class="entry">
      <div class="fields">
        {field('zh', t('glossary.chinese'))}
        {field('en', t('glossary.english'))}
        {field('note', t('glossary.note'))}
      </div>
      {entry.contexts.map((context) => (
        <blockquote key={`${context.address} ${context.sentence}`} cite={context.address}>
          {context.sentence}{' '}
          <cite>
            <a href={context.address}>{context.title || context.address}</a>
          </cite>
        </blockquote>
      ))}
      <p class="actions">
        <button type="button" class="button" disabled={!changed} onClick={save}>
          {t('glossary.save')}
        </button>
        <button type="button" class="button quiet" onClick={onRemove}>
          {t('glossary.remove')}
        </button>
      </p>
    </li>
  );
}

/** The entries the reader collected, editable in place; deleting can be undone. */
export function MyEntries({ ports }: { ports: LibraryPorts }) {
  const { t } = ports;
  const [removed, setRemoved] = useState<string[]>([]);
  const entries = (ports.entries.value ?? []).filter((entry) => !entry.deletedAt);
  const remove = (id: string) => void ports.removeEntries([id]).then(() => setRemoved([id]));
  const undo = () => void ports.restoreEntries(removed).then(() => setRemoved([]));
  return (
    <section aria-labelledby="mine">
      <h2 id="mine">{t('glossary.mine')}</h2>
      {entries.length === 0 && (
        <p class="empty">
          {t('glossary.emptyMine')} <a href="#/guide">{t('app.guide')}</a>
        </p>
      )}
      <ul class="entries">
        {entries.map((entry) => (
          <EntryRow
            key={`${entry.id} ${entry.updatedAt}`}
            entry={entry}
            ports={ports}
            onRemove={() => remove(entry.id)}
          />
        ))}
      </ul>
      <UndoLine count={removed.length} onUndo={undo} t={t} />
    </section>
  );
}
