import type { Page } from 'playwright-core';
import type { ExtensionBrowser } from './chromium.ts';
import { waitUntil } from './waiting.ts';

/** Asks the background, as an extension page does, and returns its reply. `page` is a page of the extension. */
export function ask(page: Page, type: string, payload: unknown): Promise<{ ok: boolean; value?: unknown }> {
  return page.evaluate(
    (message) =>
      (
        globalThis as unknown as {
          chrome: { runtime: { sendMessage(message: object): Promise<{ ok: boolean; value?: unknown }> } };
        }
      ).chrome.runtime.sendMessage(message),
    { type, payload },
  );
}

/** Ids of the highlights that the database holds, read past the extension's own code. */
export function storedIds(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('policy-gloss');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('highlights').objectStore('highlights').getAllKeys();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result.map(String));
          };
        };
      }),
  );
}

/** Puts rows into a table of the database past the extension's own code: for more of them than anybody would make. */
export function putRows(page: Page, table: string, rows: readonly object[]): Promise<void> {
  return page.evaluate(
    ([name, values]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('policy-gloss');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const writing = database.transaction(name, 'readwrite');
          writing.onabort = () => reject(writing.error);
          writing.oncomplete = () => {
            database.close();
            resolve();
          };
          for (const row of values) writing.objectStore(name).put(row);
        };
      }),
    [table, rows] as const,
  );
}

/** Deletes the database behind the extension's back, and puts another of an earlier version there if one is given. */
export function replaceDatabase(
  page: Page,
  earlier: { version: number; stores: Record<string, string>; rows: Record<string, unknown[]> } | null,
): Promise<void> {
  return page.evaluate(async (old) => {
    const settle = (request: IDBRequest) =>
      new Promise<void>((resolve, reject) => {
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      });
    await settle(indexedDB.deleteDatabase('policy-gloss'));
    if (!old) return;
    // The library that opens the database counts its versions in tens.
    const opening = indexedDB.open('policy-gloss', old.version * 10);
    opening.onupgradeneeded = () => {
      for (const [name, written] of Object.entries(old.stores)) {
        const [key = '', ...indexes] = written.split(',').map((part) => part.trim());
        const autoIncrement = key.startsWith('++');
        const keyPath = key.replace('++', '');
        const store = opening.result.createObjectStore(name, { keyPath, autoIncrement });
        for (const index of indexes) {
          const path = index.replace('*', '');
          const parts = path.startsWith('[') ? path.slice(1, -1).split('+') : path;
          store.createIndex(path, parts, { multiEntry: index.startsWith('*') });
        }
        for (const row of old.rows[name] ?? []) store.put(row);
      }
    };
    await settle(opening);
    opening.result.close();
  }, earlier);
}

/** Waits until an entry with these words is in the store: how the library shows it is its own test. */
export async function isStored(browser: ExtensionBrowser, words: string): Promise<void> {
  const own = await browser.openOwn('library.html#/settings');
  await waitUntil(`an entry with ${words} is stored`, () =>
    own.evaluate(
      (wanted) =>
        new Promise<boolean>((resolve, reject) => {
          const opening = indexedDB.open('policy-gloss');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const reading = opening.result.transaction('entries').objectStore('entries').getAll();
            reading.onsuccess = () => {
              opening.result.close();
              resolve(JSON.stringify(reading.result).includes(wanted));
            };
          };
        }),
      words,
    ),
  );
  await own.close();
}
