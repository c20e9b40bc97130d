import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { checkAccessibility } from '../support/accessibility.ts';
import { changeSettings } from '../support/commands.ts';
import { highlightedTexts } from '../support/in-page.ts';
import { label } from '../support/labels.ts';
import { saveByButton } from '../support/library.ts';
import { isStored } from '../support/own-records.ts';
import { selectByDragging, surface, waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { tabOf } from '../support/tabs.ts';
import { waitUntil } from '../support/waiting.ts';
import { sampleAddress, sampleSentence, sampleTerm } from '../support/walk.ts';

const session = useChromium();
afterEach(async () => {
  expect(session.browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
  for (const page of session.browser.context.pages()) await page.close();
});

async function readSample(): Promise<Page> {
  const page = await session.browser.open(sampleAddress);
  await waitForTerms(page);
  return page;
}

async function panelFor(address: string): Promise<Page> {
  const panel = await session.browser.openOwn(`sidepanel.html?tab=${await tabOf(session.browser, address)}`);
  await panel.getByRole('heading', { level: 2 }).first().waitFor();
  return panel;
}

describe('the side panel', () => {
  it('lists terms with counts and filters them by either language', async () => {
    await readSample();
    const panel = await panelFor(sampleAddress);
    const rows = panel.locator('.kind').getByRole('button');
    expect(await rows.count()).toBeGreaterThan(10);
    await panel.getByRole('searchbox').fill('sovereign ai');
    await waitUntil('it is filtered', async () => (await rows.count()) < 5);
    expect(await rows.first().innerText()).toContain('主權AI');
    expect(await rows.first().innerText()).toMatch(/\d+ 次/);
  });

  it('groups the terms by kind', async () => {
    await readSample();
    const panel = await panelFor(sampleAddress);
    const kinds = panel.locator('.kind');
    expect(await kinds.count()).toBeGreaterThan(2);
    expect(await kinds.first().getByRole('heading', { level: 3 }).innerText()).toContain(
      label('kind.initiative'),
    );
    expect(await kinds.first().getByRole('button').count()).toBeGreaterThan(0);
  });

  it('offers unknown terms of the page, and puts one into the own glossary with its sentence', async () => {
    const address = 'http://candidates.moda.gov.tw/';
    session.server.serve(
      address,
      '<!doctype html><html lang="zh-Hant"><title>輔導團</title><p>數位發展部成立社區輔導團（Community Digital Corps），協助民眾。</p><p>行政院支持。</p></html>',
    );
    await waitForTerms(await session.browser.open(address));
    const panel = await panelFor(address);
    await panel.getByRole('button', { name: label('panel.findCandidates') }).click();
    const candidate = panel.locator('.candidate').filter({ hasText: 'Community Digital Corps' });
    await candidate.getByRole('button').click();
    await candidate.getByText(label('panel.candidateTaken')).waitFor();
    expect(await panel.getByText(/\d+%/).count()).toBeGreaterThan(0);
    await isStored(session.browser, '數位發展部成立社區輔導團');
  });

  it('saves the list of terms as a file', async () => {
    await readSample();
    const panel = await panelFor(sampleAddress);
    await panel.getByRole('button', { name: label('panel.exportTerms') }).click();
    const dialog = panel.getByRole('dialog');
    await dialog.getByLabel(label('export.format')).selectOption('omegat');
    const [download] = await Promise.all([
      panel.waitForEvent('download'),
      dialog.getByRole('button', { name: label('export.save') }).click(),
    ]);
    const list = await readFile(await download.path(), 'utf8');
    expect(list).toContain('主權AI\tSovereign AI');
    expect((await checkAccessibility(panel)).violations).toEqual([]);
  });

  it('shows the initiatives as a tree, the coverage, and opens the library', async () => {
    await readSample();
    const panel = await panelFor(sampleAddress);
    const root = panel.locator('.plans > li').filter({ hasText: 'AI新十大建設' }).first();
    expect(await root.locator('.plans li').count()).toBeGreaterThan(0);
    const numbers = (await panel.locator('.coverage dd').allInnerTexts()).map(Number);
    expect(numbers.reduce((sum, number) => sum + number, 0)).toBeGreaterThan(10);
    const [library] = await Promise.all([
      session.browser.context.waitForEvent('page'),
      panel.getByRole('button', { name: 'AI新十大建設', exact: true }).first().click(),
    ]);
    await library.waitForURL(/library\.html#\/initiatives\//);
  });

  it('a press on a term goes to it on the page and sets it off, again to its next place', async () => {
    const page = await readSample();
    const panel = await panelFor(sampleAddress);
    await panel.getByRole('searchbox').fill(sampleTerm);
    const row = panel.locator('.kind').getByRole('button', { name: /^主權AI Sovereign AI/ });
    const place = () =>
      page.evaluate(() => {
        const [range] = CSS.highlights.get('gloss-term-current') ?? [];
        if (!range) return null;
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        return (
          document.body.compareDocumentPosition(range.startContainer) &&
          live.getBoundingClientRect().top + scrollY
        );
      });
    await row.click();
    await page.bringToFront();
    const first = await waitUntil('it is set off', place);
    expect(await page.evaluate(highlightedTexts, 'gloss-term-current')).toEqual([sampleTerm]);
    await panel.bringToFront();
    await row.click();
    await page.bringToFront();
    await waitUntil('the next is set off', async () => {
      const at = await place();
      return at !== null && at !== first;
    });
  });

  it('lists highlights with their notes as they are kept, and says what to do where there are none', async () => {
    const page = await readSample();
    const panel = await panelFor(sampleAddress);
    expect(await panel.getByText(label('panel.noHighlights')).count()).toBe(1);
    await page.bringToFront();
    await selectByDragging(page, sampleSentence);
    await surface(page)
      .getByRole('button', { name: label('colour.yellow') })
      .first()
      .click();
    await panel.getByRole('button', { name: sampleSentence }).waitFor();
    expect(await panel.getByRole('heading', { name: label('panel.highlights', { count: 1 }) }).count()).toBe(
      1,
    );
  });

  it('follows the tab to another page, and to one that is not read', async () => {
    const page = await readSample();
    const panel = await panelFor(sampleAddress);
    const title = await panel.locator('.page-title').innerText();
    await page.goto(sampleAddress.replace('news.html', 'news-en.html'));
    await waitUntil('it follows', async () => (await panel.locator('.page-title').innerText()) !== title);
    session.server.serve('http://elsewhere.example/', '<!doctype html><title>elsewhere</title>');
    await page.goto('http://elsewhere.example/');
    await panel.getByText(label('panel.noneNext')).waitFor();
  });

  it.each([
    { language: 'zh-TW', theme: 'light' },
    { language: 'en', theme: 'dark' },
  ])('has no accessibility faults in $language, $theme, and fits 320 px', async (look) => {
    await changeSettings(session.browser, look);
    await readSample();
    const panel = await panelFor(sampleAddress);
    const report = await checkAccessibility(panel);
    expect(report.violations).toEqual([]);
    expect(report.passes).toBeGreaterThan(10);
    await panel.setViewportSize({ width: 320, height: 640 });
    expect(await panel.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await changeSettings(session.browser, { language: 'zh-TW', theme: 'auto' });
  });
});

describe('the popup', () => {
  it('writes a slip about a mistake, to copy or save, and sends nothing', async () => {
    await readSample();
    const popup = await session.browser.openOwn(
      `popup.html?tab=${await tabOf(session.browser, sampleAddress)}`,
    );
    const open = popup.getByRole('button', { name: label('report.open') });
    await open.click();
    await popup.locator('.slip select').nth(1).selectOption({ label: sampleTerm });
    await popup.getByLabel(label('report.proposal')).fill('Home-grown AI');
    const slip = popup.locator('.slip-text');
    await waitUntil('the slip is filled', async () => (await slip.innerText()).includes('Sovereign AI'));
    const text = await slip.innerText();
    for (const part of [sampleTerm, 'Home-grown AI', sampleAddress, label('report.equivalent')])
      expect(text).toContain(part);
    const report = await checkAccessibility(popup);
    expect(report.violations).toEqual([]);
    const saved = await saveByButton(popup, label('report.save'));
    expect(saved.content).toBe(text);
  });

  it('opens the panel beside the page', async () => {
    await readSample();
    const popup = await session.browser.openOwn(
      `popup.html?tab=${await tabOf(session.browser, sampleAddress)}`,
    );
    await popup.getByRole('button', { name: label('popupMore.panel') }).click();
    const worker = await session.browser.worker();
    await waitUntil('the panel is open', () =>
      worker.evaluate(
        async () =>
          (
            await (
              globalThis as unknown as {
                chrome: { runtime: { getContexts(filter: object): Promise<unknown[]> } };
              }
            ).chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })
          ).length === 1,
      ),
    );
  });
});
