import { setTimeout as pause } from 'node:timers/promises';

/** How long a state may take to come, ms. Generous, since nothing waits once it is there. */
export const PATIENCE = 20_000;

/** How often is asked, ms. */
const INTERVAL = 40;

/**
 * Asks until the answer is good and returns it. Throws after `patience` ms with what was last answered; an `ask` that
 * throws counts as a bad answer.
 */
export async function waitUntil<T>(
  what: string,
  ask: () => Promise<T> | T,
  isGood: (answer: T) => boolean = Boolean,
  patience: number = PATIENCE,
): Promise<T> {
  const end = performance.now() + patience;
  let last: unknown;
  do {
    try {
      const answer = await ask();
      if (isGood(answer)) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    await pause(INTERVAL);
  } while (performance.now() < end);
  const told = last instanceof Error ? last.message : JSON.stringify(last);
  throw new Error(`waited ${patience} ms in vain until ${what}; last: ${told}`);
}
