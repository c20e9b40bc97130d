import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkAccessibility } from '../support/accessibility.ts';
import { changeSettings, command } from '../support/commands.ts';
import { label } from '../support/labels.ts';
import { card, restOnTerm, selectByDragging, surface, waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { tabOf } from '../support/tabs.ts';
import { waitUntil } from '../support/waiting.ts';
import { sampleAddress, sampleSentence, sampleTerm } from '../support/walk.ts';

const session = useChromium();
const report = join(import.meta.dirname, '../../.output/reports');
const rows: string[] = [];
const OURS = 'policy-gloss-card';

afterEach(async () => {
  for (const page of session.browser.context.pages()) await page.close();
});
afterAll(() => {
  mkdirSync(report, { recursive: true });
  const passes = rows.reduce((sum, row) => sum + Number(row.split('\t').at(-1)), 0);
  writeFileSync(join(report, 'axe.txt'), `${rows.join('\n')}\nall\t${passes}\n`);
});

async function read(address = sampleAddress): Promise<Page> {
  const page = await session.browser.open(address);
  await waitForTerms(page);
  return page;
}

async function own(path: string): Promise<Page> {
  const page = await session.browser.openOwn(path);
  await page.locator('h1').first().waitFor();
  return page;
}

async function popupOf(address: string): Promise<Page> {
  return own(`popup.html?tab=${await tabOf(session.browser, address)}`);
}

async function chooseFile(page: Page, name: string, content: string): Promise<void> {
  await page
    .getByRole('main')
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
}

/** A state of a surface: how one comes to it, and what of the page is ours. */
interface State {
  readonly name: string;
  readonly reach: () => Promise<Page>;
  readonly within?: string;
}

const states: State[] = [
  {
    name: 'card: kept open, ways to leave it unmarked',
    within: OURS,
    reach: async () => {
      const page = await read();
      await restOnTerm(page, sampleTerm);
      await card(page).locator('.silence button').first().click();
      return page;
    },
  },
  {
    name: 'card: a related concept',
    within: OURS,
    reach: async () => {
      const page = await read();
      await restOnTerm(page, sampleTerm);
      await card(page).locator('.head [aria-pressed]').click();
      await card(page).locator('.trail button, .places button, .chip').first().click();
      await card(page).locator('.head .icon').nth(3).waitFor();
      return page;
    },
  },
  {
    name: 'list of terms: nothing left by the filter',
    within: OURS,
    reach: async () => {
      const page = await read();
      await command(session.browser, 'list-terms');
      await card(page).getByRole('searchbox').fill('qqqq');
      await waitUntil('nothing is left', async () => (await card(page).locator('.term').count()) === 0);
      return page;
    },
  },
  {
    name: 'notice',
    within: OURS,
    reach: async () => {
      const page = await read();
      await command(session.browser, 'highlight-selection');
      await surface(page).getByRole('status').locator('button').first().waitFor();
      return page;
    },
  },
  {
    name: 'colours beside a selection',
    within: OURS,
    reach: async () => {
      const page = await read();
      await selectByDragging(page, sampleSentence);
      await surface(page).locator('.selection button').first().waitFor();
      return page;
    },
  },
  {
    name: 'editor of a highlight',
    within: OURS,
    reach: async () => {
      const page = await read();
      await selectByDragging(page, sampleSentence);
      await surface(page).locator('.selection button').first().click();
      await waitUntil('it is kept', () =>
        page.evaluate(() => [...CSS.highlights.keys()].some((name) => name.startsWith('gloss-mark'))),
      );
      const panel = await own(`sidepanel.html?tab=${await tabOf(session.browser, sampleAddress)}`);
      await panel.getByText(sampleSentence).first().click();
      await panel.close();
      await page.bringToFront();
      await card(page).locator('textarea').waitFor();
      return page;
    },
  },
  { name: 'library: glossary, nothing found', reach: () => searched('glossary') },
  { name: 'library: highlights, nothing found', reach: () => searched('highlights') },
  { name: 'library: no such entry', reach: () => own('library.html#/glossary/no.such.entry') },
  {
    name: 'library: preview of an import',
    reach: async () => {
      const page = await own('library.html#/exchange');
      await chooseFile(page, 'list.csv', 'zh,en\n主權AI,Sovereign AI\n數位韌性,digital resilience\n');
      await page.getByRole('main').locator('table').first().waitFor();
      return page;
    },
  },
  {
    name: 'library: a file that cannot be imported',
    reach: async () => {
      const page = await own('library.html#/exchange');
      await chooseFile(page, 'broken.json', '{"not": ');
      await waitUntil('it is said', async () => /JSON/.test(await page.getByRole('main').innerText()));
      return page;
    },
  },
  {
    name: 'library: dialog for an export',
    reach: async () => {
      const page = await own('library.html#/exchange');
      await page.getByRole('main').locator('button[aria-haspopup=dialog]').last().click();
      await page.getByRole('dialog').waitFor();
      return page;
    },
  },
  { name: 'library: what is new', reach: () => own('library.html#/news') },
  { name: 'library: guide', reach: () => own('library.html#/guide') },
  {
    name: 'popup: slip for a report',
    reach: async () => {
      await read();
      const page = await popupOf(sampleAddress);
      await page.locator('button[aria-expanded]').first().click();
      await page.locator('.slip').waitFor();
      return page;
    },
  },
  {
    name: 'popup: no term on the page',
    reach: async () => {
      const address = 'http://www.ndc.gov.tw/none.html';
      session.server.serve(address, '<!doctype html><title>無</title><p>無');
      await session.browser.open(address);
      return popupOf(address);
    },
  },
  {
    name: 'popup: a page that may not be read',
    reach: async () => {
      const address = 'http://elsewhere.example/none.html';
      session.server.serve(address, '<!doctype html><title>無</title><p>無');
      await session.browser.open(address);
      return own(
        `popup.html?tab=${await session.browser.worker().then((worker) =>
          worker.evaluate(async () => {
            const { chrome } = globalThis as unknown as {
              chrome: { tabs: { query(filter: object): Promise<{ id: number }[]> } };
            };
            return (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
          }),
        )}`,
      );
    },
  },
  { name: 'side panel: no page', reach: () => own('sidepanel.html') },
  {
    name: 'side panel: filtered',
    reach: async () => {
      await read();
      const page = await own(`sidepanel.html?tab=${await tabOf(session.browser, sampleAddress)}`);
      await page.getByRole('searchbox').fill('qqqq');
      return page;
    },
  },
  { name: 'welcome', reach: () => own('welcome.html') },
];

async function searched(section: string): Promise<Page> {
  const page = await own(`library.html#/${section}`);
  const search = page.getByRole('main').getByRole('searchbox').first();
  if (await search.count()) await search.fill('qqqqqqqq');
  return page;
}

/** Waits until what fades in stands: a contrast is measured when it does. */
const settle = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('policy-gloss-card')?.shadowRoot ?? document;
    return Promise.all(root.getAnimations().map(({ finished }) => finished)).then(() => undefined);
  });

const looks = [
  { language: 'zh-TW', theme: 'light', forced: 'none' },
  { language: 'en', theme: 'dark', forced: 'none' },
  { language: 'zh-TW', theme: 'dark', forced: 'active' },
] as const;

describe.each(looks)('axe finds nothing, $language, $theme, forced colours $forced', (look) => {
  beforeAll(async () => {
    await changeSettings(session.browser, { language: look.language, theme: look.theme });
  });

  it.each(states)('$name', async ({ name, reach, within = 'html' }) => {
    const page = await reach();
    await page.emulateMedia({ forcedColors: look.forced });
    await settle(page);
    // In forced colours those of the system are shown, and axe measures ours beneath them.
    const unmeasured = look.forced === 'active' ? ['color-contrast'] : [];
    const { violations, passes } = await checkAccessibility(page, within, unmeasured);
    expect(violations).toEqual([]);
    expect(passes).toBeGreaterThan(5);
    rows.push(`${name}\t${look.language} ${look.theme} ${look.forced}\t${passes}`);
  });
});

describe('the states', () => {
  it('say in words what went wrong and what to do next', async () => {
    await changeSettings(session.browser, { language: 'zh-TW', theme: 'auto' });
    const page = await own('library.html#/glossary/no.such.entry');
    expect(await page.getByRole('main').innerText()).toContain(label('library.notFound'));
    await searched('glossary').then(async (glossary) =>
      waitUntil('it is said', async () =>
        (await glossary.getByRole('main').innerText()).includes(label('library.noResults')),
      ),
    );
  });
});
