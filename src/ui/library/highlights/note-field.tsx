import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Highlight } from '../../../highlights/highlight.ts';
import type { LibraryPorts } from '../ports.ts';
import { FailureLine } from './failure-line.tsx';
import { useDeed } from './use-deed.ts';

/**
 * The note of a highlight, stored when the field is left or goes out of view, with its tab or by itself. What is being written stays when the same
 * note changes elsewhere: both are then kept.
 */
export function NoteField({ highlight, ports }: { highlight: Highlight; ports: LibraryPorts }) {
  const { t } = ports;
  const [failure, run] = useDeed();
  const [draft, setDraft] = useState<string>();
  /** What is written and not stored, and the note it started from. */
  const unsaved = useRef<{ note: string; noteBefore: string } | undefined>(undefined);
  /** What is on its way to the store. */
  const saving = useRef<typeof unsaved.current>(undefined);
  const save = async () => {
    const change = unsaved.current;
    if (change && change === saving.current) return;
    if (!change || change.note === change.noteBefore) {
      unsaved.current = undefined;
      setDraft(undefined);
      return;
    }
    saving.current = change;
    const isDone = await run(() => ports.changeHighlight(highlight.id, change));
    if (saving.current === change) saving.current = undefined;
    if (!isDone || unsaved.current?.note !== change.note) return;
    unsaved.current = undefined;
    setDraft(undefined);
  };
  // A layout effect: the others are cleaned up a frame later, which a page that is being left does not have.
  useLayoutEffect(() => () => void save(), []);
  useEffect(() => {
    // A tab that is closed neither takes the focus from the field nor takes the field away.
    const ending = new AbortController();
    const onHidden = () => {
      if (document.visibilityState === 'hidden') void save();
    };
    document.addEventListener('visibilitychange', onHidden, { signal: ending.signal });
    addEventListener('pagehide', () => void save(), { signal: ending.signal });
    return () => ending.abort();
  }, []);
  return (
    <>
      <label>
        <span>{t('highlights.note')}</span>
        <textarea
          rows={2}
          value={draft ?? highlight.note}
          onInput={(event) => {
            const note = event.currentTarget.value;
            unsaved.current = { note, noteBefore: unsaved.current?.noteBefore ?? highlight.note };
            setDraft(note);
          }}
          onBlur={() => void save()}
        />
      </label>
      <FailureLine failure={failure} t={t} />
    </>
  );
}
