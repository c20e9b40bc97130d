import type { Surface } from './surface.ts';

/** What the undo of a notice does: takes something back; when that fails the reader is told and may try again. */
export function takeBack(
  work: () => Promise<unknown>,
  { showNotice }: Pick<Surface, 'showNotice'>,
): () => void {
  const undo = (): void => {
    work().catch(() => showNotice({ text: 'notice.failed', retry: undo }));
  };
  return undo;
}
