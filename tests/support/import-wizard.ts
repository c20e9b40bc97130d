import type { Locator, Page } from 'playwright-core';
import { label } from './labels.ts';

/** Chooses a file on the page for import and export, which must be open. */
export async function chooseFile(page: Page, name: string, content: string | Uint8Array): Promise<Locator> {
  const main = page.getByRole('main');
  await main.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  });
  return main.locator('.intake');
}

/** Waits until the wizard has compared the file with what is there; `count` entries would be brought in. */
export async function readyToImport(wizard: Locator, count: number, patience = 30_000): Promise<Locator> {
  const button = wizard.getByRole('button', { name: label('intake.import', { count }), exact: true });
  await button.and(wizard.page().locator(':enabled')).waitFor({ timeout: patience });
  return button;
}

/** Number of entries that the database holds, read past the extension's own code. */
export function storedEntries(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('policy-gloss');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const counting = database.transaction('entries').objectStore('entries').count();
          counting.onerror = () => reject(counting.error);
          counting.onsuccess = () => {
            database.close();
            resolve(counting.result);
          };
        };
      }),
  );
}
