import { useEffect, useRef, useState } from 'preact/hooks';
import type { GlossaryEntry } from '../../../glossary/entry.ts';
import { withWording, wordingOf } from '../../../glossary/entry-wording.ts';
import { FailureLine } from '../highlights/failure-line.tsx';
import { useDeed } from '../highlights/use-deed.ts';
import type { LibraryPorts } from '../ports.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
  readonly note: string;
}

/** The words and the note of an entry, written in its row. The note is that of the language of the interface. */
export function RowForm({ id, ports, onEnd }: { id: string; ports: LibraryPorts; onEnd: () => void }) {
  const { t, language, glossary } = ports;
  const side = language === 'en' ? 'en' : 'zh';
  const [entry, setEntry] = useState<GlossaryEntry>();
  const [words, setWords] = useState<Words>({ zh: '', en: '', note: '' });
  const [failure, run] = useDeed();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    void glossary.get(id).then((stored) => {
      if (!stored) return onEnd();
      setEntry(stored);
      setWords({
        zh: wordingOf(stored, 'zh')?.text ?? '',
        en: wordingOf(stored, 'en')?.text ?? '',
        note: stored.note[side],
      });
    });
  }, [id]);
  useEffect(() => {
    first.current?.focus();
    first.current?.select();
  }, [entry?.id]);
  const isBare = words.zh.trim() === '' && words.en.trim() === '';
  const save = async () => {
    if (!entry || isBare) return;
    const { terms } = withWording(withWording(entry, 'zh', words.zh), 'en', words.en);
    const note = { ...entry.note, [side]: words.note };
    if (await run(() => ports.changeEntry(id, { terms, note }))) onEnd();
  };
  const field = (name: keyof Words, label: string, lang: string) => (
    <label>
      <span>{label}</span>
      <input
        ref={name === 'zh' ? first : null}
        value={words[name]}
        lang={lang}
        disabled={!entry}
        onInput={(event) => setWords({ ...words, [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <form
      class="row-form"
      aria-label={t('desk.editInPlace')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onEnd();
      }}
    >
      {field('zh', t('glossary.chinese'), 'zh-Hant')}
      {field('en', t('glossary.english'), 'en')}
      {field('note', t('glossary.note'), side === 'en' ? 'en' : 'zh-Hant')}
      <p class="actions">
        <button type="submit" class="button main" disabled={!entry || isBare}>
          {t('glossary.save')}
        </button>
        <button type="button" class="button quiet" onClick={onEnd}>
          {t('desk.cancel')}
        </button>
        {isBare && entry && <span class="problem">{t('desk.problem.noTerm')}</span>}
      </p>
      <FailureLine failure={failure} t={t} />
    </form>
  );
}
