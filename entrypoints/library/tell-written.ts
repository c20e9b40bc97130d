import type { Client } from '../../src/messages/client.ts';

/**
 * Tells the background what the library wrote itself. What is written is written: where the message fails, the background
 * finds out by itself, the index when it is next asked, backups at their next round.
 */
export async function tellWritten(
  request: Client,
  what: 'glossary:changed' | 'exchange:restored',
): Promise<void> {
  await request(what, null).catch(() => {});
}
