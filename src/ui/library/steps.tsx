import { useEffect } from 'preact/hooks';
import type { Texts } from '../shared/texts.ts';
import { FailureLine } from './highlights/failure-line.tsx';
import { useDeed } from './highlights/use-deed.ts';

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select');
}

/** Undo and redo, by buttons and by the usual keys where nothing is being written. */
export function Steps(props: {
  canUndo: boolean;
  canRedo: boolean;
  travel: (direction: 'undo' | 'redo') => Promise<unknown>;
  t: Texts;
}) {
  const { canUndo, canRedo, t } = props;
  const [failure, run] = useDeed();
  const travel = (direction: 'undo' | 'redo') => void run(() => props.travel(direction));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isKey = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'z';
      if (!isKey || isWriting(event.target)) return;
      event.preventDefault();
      travel(event.shiftKey ? 'redo' : 'undo');
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <fieldset class="steps">
      <legend class="silent">{t('mark.history')}</legend>
      <button type="button" class="button quiet" disabled={!canUndo} onClick={() => travel('undo')}>
        {t('mark.undo')}
      </button>
      <button type="button" class="button quiet" disabled={!canRedo} onClick={() => travel('redo')}>
        {t('mark.redo')}
      </button>
      <FailureLine failure={failure} t={t} />
    </fieldset>
  );
}
