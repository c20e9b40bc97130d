import { useState } from 'preact/hooks';
import type { Texts } from '../shared/texts.ts';

/** Empties a bin once the reader has said so twice: that cannot be undone. `question` says what will be gone. */
export function EmptyBin({ question, onEmpty, t }: { question: string; onEmpty: () => void; t: Texts }) {
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <button type="button" class="button" onClick={() => setAsking(true)}>
        {t('backup.empty')}
      </button>
    );
  return (
    <div class="preview" role="alert">
      <p>{question}</p>
      <p class="actions">
        <button
          type="button"
          class="button"
          onClick={() => {
            setAsking(false);
            onEmpty();
          }}
        >
          {t('backup.emptyNow')}
        </button>
        <button type="button" class="button quiet" onClick={() => setAsking(false)}>
          {t('backup.emptyNot')}
        </button>
      </p>
    </div>
  );
}
