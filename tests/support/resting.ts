import { waitUntil } from './waiting.ts';

/** What resting the pointer on a term needs of a page, whichever driver has it. */
export interface Resting {
  /** A point on the term, CSS px; nothing while it is not painted. */
  point(): Promise<{ x: number; y: number } | null>;
  move(x: number, y: number): Promise<void>;
  /** Whether a card is open. */
  state(): Promise<string>;
}

/**
 * Rests the pointer on a term until the card is open. The pointer is moved again while waiting: a page may be painted a
 * moment before it listens, and a pointer that rests makes no events.
 */
export async function restUntilOpen(text: string, { point, move, state }: Resting): Promise<void> {
  await waitUntil(
    `the card opens on ${text}`,
    async () => {
      const at = await point();
      if (!at) return 'not painted';
      await move(at.x - 3, at.y);
      await move(at.x, at.y);
      return waitUntil('it is open', state, (now) => now === 'open', 1000);
    },
    (now) => now === 'open',
  );
}
