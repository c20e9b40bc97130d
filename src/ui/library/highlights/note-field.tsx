import { useEffect, useRef, useState } from 'preact/hooks';
import type { Highlight } from '../../../highlights/highlight.ts';
import type { LibraryPorts } from '../ports.ts';
import { FailureLine } from './failure-line.tsx';
import { useDeed } from './use-deed.ts';

/**
 * The note of a highlight, stored when the field is left or goes out of view. What is being written stays when the same
 * note changes elsewhere: both are then kept.
 */
export function NoteField({ highlight, ports }: { highlight: Highlight; ports: LibraryPorts }) {
  const { t } = ports;
  const [failure, run] = useDeed();
  const [draft, setDraft] = useState<string>();
  /** What is written and not stored, and the note it started from. */
  const unsaved = useRef<{ note: string; noteBefore: string } | undefined>(undefined);
  const save = async () => {
    const change = unsaved.current;
    if (!change || change.note === change.noteBefore) {
      unsaved.current = undefined;
      setDraft(undefined);
      return;
    }
    const isDone = await run(() => ports.changeHighlight(highlight.id, change));
    if (!isDone || unsaved.current?.note !== change.note) return;
    unsaved.current = undefined;
    setDraft(undefined);
  };
  useEffect(() => () => void save(), []);
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
