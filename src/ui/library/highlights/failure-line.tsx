import type { Texts } from '../../shared/texts.ts';

/** Says at once, and read out, that something was not done; empty when all is well. */
export function FailureLine({ failure, t }: { failure: string; t: Texts }) {
  return (
    <p class="failure" role="alert">
      {textOf(failure, t)}
    </p>
  );
}

function textOf(failure: string, t: Texts): string {
  if (failure === 'storage') return t('mark.storeFailed');
  if (failure === 'not-found') return t('mark.gone');
  return failure && t('mark.failed', { reason: failure });
}
