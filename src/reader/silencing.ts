import { v4 as uuid } from 'uuid';
import type { ReaderPorts } from './ports.ts';
import type { Surface } from './surface.ts';
import { takeBack } from './take-back.ts';

interface SilencingOptions {
  readonly ports: Pick<ReaderPorts, 'silence' | 'unsilence'>;
  readonly surface: Pick<Surface, 'showNotice'>;
}

/** Leaves a wording unmarked from now on, with a way back. False when that could not be stored. */
export async function silenceTerm(
  term: string,
  scope: 'page' | 'site' | 'everywhere',
  { ports, surface }: SilencingOptions,
): Promise<boolean> {
  const id = uuid();
  try {
    await ports.silence(id, term, scope);
    surface.showNotice({ text: 'notice.silenced', undo: takeBack(() => ports.unsilence(id), surface) });
    return true;
  } catch {
    surface.showNotice({ text: 'notice.failed' });
    return false;
  }
}
