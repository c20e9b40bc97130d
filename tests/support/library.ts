import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { label } from './labels.ts';

/** What a file offered for saving holds. */
export interface SavedFile {
  readonly name: string;
  readonly content: string;
}

/** Presses the button named `name` and takes the file that it offers. */
export async function saveByButton(page: Page, name: string): Promise<SavedFile> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('main').getByRole('button', { name }).first().click(),
  ]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path(), 'utf8') };
}

/** Opens the dialog for exports by its button, chooses the format and saves what it made; gives name and path. */
export async function saveFileAs(
  page: Page,
  opener: string,
  format: string,
): Promise<{ readonly name: string; readonly path: string }> {
  await page.getByRole('main').getByRole('button', { name: opener, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(label('export.format')).selectOption(format);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: label('export.save') }).click(),
  ]);
  await dialog.getByRole('button', { name: label('export.close'), exact: true }).click();
  return { name: download.suggestedFilename(), path: await download.path() };
}

/** The same for a file of text, with what it holds. */
export async function saveAs(page: Page, opener: string, format: string): Promise<SavedFile> {
  const { name, path } = await saveFileAs(page, opener, format);
  return { name, content: await readFile(path, 'utf8') };
}

/** Imports `file` on the page for exchange, which must be open, and returns what the page then says was done. */
export async function importFile(page: Page, file: SavedFile): Promise<string> {
  const main = page.getByRole('main');
  await main.locator('input[type=file]').setInputFiles({
    name: file.name,
    mimeType: 'application/json',
    buffer: Buffer.from(file.content),
  });
  await main.getByRole('button', { name: label('exchange.import'), exact: true }).click();
  const pattern = new RegExp(label('exchange.done', { added: '\\d+', present: '\\d+' }));
  const done = main.getByRole('status').filter({ hasText: pattern });
  await done.waitFor();
  return (await done.textContent()) ?? '';
}
