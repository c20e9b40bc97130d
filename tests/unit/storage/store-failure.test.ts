import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { isStoreFailure } from '../../../src/storage/store-failure.ts';

const database = new Dexie('failing');
database.version(1).stores({ rows: 'id' });
afterEach(() => database.delete());

/** What a deed fails with. */
async function faultOf(deed: () => unknown): Promise<unknown> {
  try {
    await deed();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('isStoreFailure', () => {
  it.each([
    ['a row that is there already', () => database.table('rows').add({ id: 1 })],
    [
      'a closed database',
      () => {
        database.close();
        return database.table('rows').get(1);
      },
    ],
    [
      'a transaction that is broken off',
      () => database.transaction('rw', 'rows', (transaction) => transaction.abort()),
    ],
    [
      'what the browser says itself',
      () => {
        throw new DOMException('The disk is full.', 'QuotaExceededError');
      },
    ],
    [
      "a full store of the extension's values",
      () => {
        throw new Error('Resource::kQuotaBytes quota exceeded');
      },
    ],
  ])('knows %s', async (_, deed) => {
    await database.open();
    await database.table('rows').put({ id: 1 });
    expect(isStoreFailure(await faultOf(deed))).toBe(true);
  });

  it.each([
    ['a fault of the code', () => (undefined as unknown as { id: string }).id],
    [
      'a fault of the code within a transaction',
      () =>
        database.transaction('rw', 'rows', () => {
          throw new TypeError('not a row');
        }),
    ],
  ])('does not take %s for one', async (_, deed) => {
    await database.open();
    const fault = await faultOf(deed);
    expect(fault).toBeInstanceOf(TypeError);
    expect(isStoreFailure(fault)).toBe(false);
  });
});
