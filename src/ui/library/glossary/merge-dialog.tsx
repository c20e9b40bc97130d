import { useEffect, useState } from 'preact/hooks';
import type { GlossaryEntry } from '../../../glossary/entry.ts';
import { mergedEntry } from '../../../glossary/entry-revise.ts';
import { Dialog } from '../dialog.tsx';
import type { Done } from '../done-line.tsx';
import { FailureLine } from '../highlights/failure-line.tsx';
import { useDeed } from '../highlights/use-deed.ts';
import type { LibraryPorts } from '../ports.ts';
import { EntryDigest } from './entry-digest.tsx';
import { packName } from './pack-name.ts';
import { wordsOf } from './words-of.ts';

/** Makes one entry of several: which one leads is chosen, and what comes of it is shown before. */
export function MergeDialog(props: {
  ids: readonly string[];
  ports: LibraryPorts;
  /** Told what was done, if something was. */
  onEnd: (done?: Done) => void;
}) {
  const { ids, ports, onEnd } = props;
  const { t, glossary } = ports;
  const [entries, setEntries] = useState<readonly GlossaryEntry[]>();
  const [leader, setLeader] = useState('');
  const [failure, run] = useDeed();
  useEffect(() => {
    void glossary.getMany(ids).then((found) => {
      setEntries(found);
      setLeader(found[0]?.id ?? '');
    });
  }, []);
  const leading = entries?.find(({ id }) => id === leader);
  const others = entries?.filter(({ id }) => id !== leader) ?? [];
  const merge = async () => {
    const rest = others.map(({ id }) => id);
    const text = t('desk.merged', { count: ids.length });
    await run(async () => onEnd({ text, deed: await glossary.merge(leader, rest) }));
  };
  return (
    <Dialog title={t('desk.mergeTitle')} onClose={() => onEnd()}>
      <p class="hint">{t('desk.mergeHint')}</p>
      <fieldset class="options">
        <legend>{t('desk.leader')}</legend>
        <ul class="plain">
          {entries?.map((entry) => (
            <li key={entry.id}>
              <label class="option">
                <input
                  type="radio"
                  name="leader"
                  checked={entry.id === leader}
                  onChange={() => setLeader(entry.id)}
                />
                <span>
                  {wordsOf(entry)} <small>{packName(entry.pack, ports)}</small>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      {leading && (
        <section aria-labelledby="merge-preview">
          <h3 id="merge-preview">{t('desk.mergePreview')}</h3>
          <EntryDigest entry={mergedEntry(leading, others)} ports={ports} />
        </section>
      )}
      <FailureLine failure={failure} t={t} />
      <p class="actions">
        <button type="button" class="button main" disabled={others.length === 0} onClick={() => void merge()}>
          {t('desk.mergeNow')}
        </button>
        <button type="button" class="button quiet" onClick={() => onEnd()}>
          {t('desk.cancel')}
        </button>
      </p>
    </Dialog>
  );
}
