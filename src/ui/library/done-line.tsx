import { useEffect, useState } from 'preact/hooks';
import { FailureLine } from './highlights/failure-line.tsx';
import { useDeed } from './highlights/use-deed.ts';
import type { LibraryPorts } from './ports.ts';

/** What was done, in words, and the name of the deed; without one where there is nothing to undo. */
export interface Done {
  readonly text: string;
  readonly deed?: string;
}

const TOLD = { done: 'backup.undone', overtaken: 'backup.undoOvertaken', gone: 'backup.undoGone' } as const;

/** Says what was done, with a button that undoes just that; read out when it appears. Then says what became of it. */
export function DoneLine(props: {
  done: Done | undefined;
  ports: Pick<LibraryPorts, 't' | 'undoDeed'>;
  /** Told when it was undone. */
  onUndone?: () => void;
}) {
  const { done, ports, onUndone } = props;
  const { t } = ports;
  const [outcome, setOutcome] = useState<keyof typeof TOLD>();
  const [failure, run] = useDeed();
  useEffect(() => setOutcome(undefined), [done]);
  const undo = (deed: string) =>
    run(async () => {
      const became = await ports.undoDeed(deed);
      setOutcome(became);
      if (became === 'done') onUndone?.();
    });
  return (
    <>
      <p class="undo" role="status">
        {done && outcome !== 'done' && done.text} {outcome && t(TOLD[outcome])}{' '}
        {done?.deed !== undefined && !outcome && (
          <button type="button" class="link" onClick={() => void undo(done.deed ?? '')}>
            {t('library.undo')}
          </button>
        )}
      </p>
      <FailureLine failure={failure} t={t} />
    </>
  );
}
