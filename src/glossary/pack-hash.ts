import type { GlossaryEntry } from './entry.ts';
import { contentOf, fileIdOf } from './entry-likeness.ts';

/**
 * SHA-256 (hex) of what the entries of a list say, in its order, whatever ids and times they were given: the same edition
 * brought in twice has the same hash.
 */
export async function hashOfEntries(entries: readonly GlossaryEntry[]): Promise<string> {
  const text = entries.map((entry) => `${fileIdOf(entry)}\t${contentOf(entry)}\n`);
  const bytes = await new Blob(text).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
