import type { Texts } from '../../shared/texts.ts';

/** Says at once, and read out, that something was not done; empty when all is well. */
export function FailureLine({ failure, t }: { failure: string; t: Texts }) {
  return (
    <p class="failure" role="alert">
      {failure === 'storage' ? t('mark.storeFailed') : failure && t('mark.failed', { reason: failure })}
    </p>
  );
}
