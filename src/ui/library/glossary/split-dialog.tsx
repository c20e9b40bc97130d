import { useState } from 'preact/hooks';
import type { GlossaryEntry } from '../../../glossary/entry.ts';
import { splitEntry } from '../../../glossary/entry-revise.ts';
import { Dialog } from '../dialog.tsx';
import { FailureLine } from '../highlights/failure-line.tsx';
import { useDeed } from '../highlights/use-deed.ts';
import type { LibraryPorts } from '../ports.ts';
import { wordsOf } from './words-of.ts';

/** Gives some terms of an entry to a new one. */
export function SplitDialog(props: {
  entry: GlossaryEntry;
  ports: LibraryPorts;
  /** Told the id of the new entry; empty when nothing was done. */
  onEnd: (newId: string) => void;
}) {
  const { entry, ports, onEnd } = props;
  const { t, glossary } = ports;
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [failure, run] = useDeed();
  const parts = splitEntry(entry, [...chosen], 'new');
  const choose = (index: number, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(index);
    else next.delete(index);
    setChosen(next);
  };
  const split = async () => {
    let newId = '';
    const isDone = await run(async () => {
      newId = await glossary.split(entry.id, [...chosen]);
    });
    if (isDone) onEnd(newId);
  };
  return (
    <Dialog title={t('desk.splitTitle')} onClose={() => onEnd('')}>
      <fieldset class="options">
        <legend>{t('desk.splitHint')}</legend>
        <ul class="plain">
          {entry.terms.map(({ lang, text, form }, index) => (
            <li key={`${lang} ${text}`}>
              <label class="option">
                <input
                  type="checkbox"
                  checked={chosen.has(index)}
                  onChange={(event) => choose(index, event.currentTarget.checked)}
                />
                <span>
                  <span lang={lang}>{text}</span> <small>{t(`form.${form}`)}</small>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <p class="hint" role="status">
        {parts
          ? t('desk.splitPreview', { stays: wordsOf(parts.stays), goes: wordsOf(parts.goes) })
          : t('desk.splitNeeds')}
      </p>
      <FailureLine failure={failure} t={t} />
      <p class="actions">
        <button type="button" class="button main" disabled={!parts} onClick={() => void split()}>
          {t('desk.splitNow')}
        </button>
        <button type="button" class="button quiet" onClick={() => onEnd('')}>
          {t('desk.cancel')}
        </button>
      </p>
    </Dialog>
  );
}
