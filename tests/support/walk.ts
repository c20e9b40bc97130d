import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ExtensionBrowser } from './chromium.ts';
import { label } from './labels.ts';
import { importFile, type SavedFile, saveAs } from './library.ts';
import type { PageServer } from './page-server.ts';
import {
  leaveTerm,
  paintedHighlights,
  restOnTerm,
  selectByDragging,
  surface,
  waitForTerms,
} from './reading.ts';
import { waitUntil } from './waiting.ts';

/** Address of the sample page, which plays on a government host. */
export const sampleAddress = 'http://www.ndc.gov.tw/sample/news.html';

/** A sentence of the sample page that lies in one text node, and the term that the walk rests on. */
export const sampleSentence = '訓練資料能反映本地的語言與文化';
export const sampleTerm = '主權AI';

/** Lets `server` play the sample site. */
export function mountSample(server: PageServer): void {
  server.mount('http://www.ndc.gov.tw/sample/', join(import.meta.dirname, 'pages/sample'));
}

/** What was found on the way; a test compares, `npm start` prints. */
export interface WalkFindings {
  readonly terms: readonly string[];
  /** Text of the card. */
  readonly card: string;
  readonly equivalent: string;
  /** Painted highlights after keeping the sentence, and after a reload. */
  readonly kept: readonly string[];
  readonly keptAfterReload: readonly string[];
  /** Quotes that the library lists. */
  readonly listed: readonly string[];
  readonly exported: SavedFile;
  readonly spreadsheet: SavedFile;
  /** What the page for exchange says after importing what was just exported. */
  readonly importedAgain: string;
  /** Quotes listed after that import. */
  readonly listedAfterImport: readonly string[];
}

export interface WalkOptions {
  /** Called with each finished step and the page it ended on; the walk goes on when it is done. */
  readonly onStep?: (step: string, page: Page) => Promise<void>;
}

async function keepSentence(page: Page): Promise<string[]> {
  await selectByDragging(page, sampleSentence);
  await surface(page)
    .getByRole('button', { name: label('colour.yellow') })
    .first()
    .click();
  return waitForKept(page);
}

function waitForKept(page: Page): Promise<string[]> {
  return waitUntil(
    'the highlight is painted',
    () => paintedHighlights(page),
    (marks) => marks.length > 0,
  );
}

async function listedQuotes(page: Page): Promise<string[]> {
  const quotes = page.getByRole('main').locator('blockquote');
  await quotes.first().waitFor();
  return quotes.allInnerTexts();
}

/**
 * The whole walk of a reader: rest on a term, read the card, keep a sentence, find it again after a reload and in the
 * library, export it, and import the export, which adds nothing. Throws where the way is blocked.
 */
export async function walk(browser: ExtensionBrowser, { onStep }: WalkOptions = {}): Promise<WalkFindings> {
  const step = async (name: string, page: Page) => onStep?.(name, page);
  const page = await browser.open(sampleAddress);
  const terms = await waitForTerms(page);
  await step('terms', page);

  const dialog = await restOnTerm(page, sampleTerm);
  const card = await dialog.innerText();
  const equivalent = await dialog.getByRole('heading', { level: 2 }).innerText();
  await step('card', page);
  await leaveTerm(page);

  const kept = await keepSentence(page);
  await step('highlight', page);
  await page.reload();
  const keptAfterReload = await waitForKept(page);
  await step('reload', page);

  const library = await browser.openOwn('library.html#/highlights');
  const listed = await listedQuotes(library);
  await step('library', library);
  const exported = await saveAs(library, label('export.open.shown'), 'json');
  const spreadsheet = await saveAs(library, label('export.open.shown'), 'csv');

  const exchange = await browser.openOwn('library.html#/exchange');
  const importedAgain = await importFile(exchange, exported);
  await step('exchange', exchange);
  await library.bringToFront();
  const listedAfterImport = await listedQuotes(library);

  return {
    terms,
    card,
    equivalent,
    kept,
    keptAfterReload,
    listed,
    exported,
    spreadsheet,
    importedAgain,
    listedAfterImport,
  };
}
