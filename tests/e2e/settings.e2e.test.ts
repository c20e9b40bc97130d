import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_DELAYS } from '../../src/reader/hover-machine.ts';
import { changeSettings, command } from '../support/commands.ts';
import { highlightedTexts, pointOnHighlight } from '../support/in-page.ts';
import { label } from '../support/labels.ts';
import { ask } from '../support/own-records.ts';
import { restOnTerm, selectByDragging, surface, waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { tabOf } from '../support/tabs.ts';
import { waitUntil } from '../support/waiting.ts';
import { sampleAddress, sampleSentence, sampleTerm } from '../support/walk.ts';

const session = useChromium();
afterEach(async () => {
  await changeSettings(session.browser, {
    markStyle: 'dotted',
    openDelay: DEFAULT_DELAYS.open,
    selectionButton: true,
    occurrences: 'every',
    mutedHosts: [],
  });
  expect(session.browser.trouble).toEqual([]);
  for (const page of session.browser.context.pages()) await page.close();
});

interface WorkerWorld {
  chrome: {
    storage: {
      sync: { get(key: string): Promise<{ settings?: object }>; set(items: object): Promise<void> };
    };
  };
}

async function read(): Promise<Page> {
  const page = await session.browser.open(sampleAddress);
  await waitForTerms(page);
  return page;
}

describe('settings on the page', () => {
  it.each([
    ['dotted', 'gloss-term'],
    ['solid', 'gloss-term-solid'],
    ['background', 'gloss-term-background'],
  ])('marks are %s', async (markStyle, name) => {
    const page = await read();
    await changeSettings(session.browser, { markStyle });
    await page.bringToFront();
    await waitUntil('they are painted so', () =>
      page.evaluate((wanted) => (CSS.highlights.get(wanted)?.size ?? 0) > 0, name),
    );
    for (const other of ['gloss-term', 'gloss-term-solid', 'gloss-term-background'].filter(
      (each) => each !== name,
    ))
      expect(await page.evaluate((wanted) => CSS.highlights.get(wanted)?.size ?? 0, other)).toBe(0);
  });

  it('a card opens at once without a delay, and not before a long one is over', async () => {
    const page = await read();
    const rest = async () => {
      const point = await page.evaluate(pointOnHighlight, { prefix: 'gloss-term', text: sampleTerm });
      if (!point) throw new Error('not painted');
      await page.mouse.move(2, 2);
      await page.mouse.move(point.x, point.y, { steps: 30 });
    };
    await changeSettings(session.browser, { openDelay: 1000 });
    await page.bringToFront();
    await waitForTerms(page);
    await rest();
    const opened = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          const began = performance.now();
          const look = () =>
            document.querySelector('policy-gloss-card[data-state=open]')
              ? done(performance.now() - began)
              : requestAnimationFrame(look);
          look();
        }),
    );
    expect(opened).toBeGreaterThan(500);
    await page.keyboard.press('Escape');
    await changeSettings(session.browser, { openDelay: 0 });
    await page.bringToFront();
    await waitForTerms(page);
    await restOnTerm(page, sampleTerm);
  });

  it('no colours beside a selection when they are not wanted', async () => {
    await changeSettings(session.browser, { selectionButton: false });
    const page = await read();
    await selectByDragging(page, sampleSentence);
    // The notice of what is kept comes by the script that the colours would have come by, and after them.
    await command(session.browser, 'highlight-selection');
    await surface(page).getByText(label('notice.kept')).waitFor();
    expect(await surface(page).locator('.selection button').count()).toBe(0);
  });

  it('every one of a term is marked, or the first below each heading; the sample shows which', async () => {
    const sample = await session.browser.openOwn('library.html#/settings');
    const times = async () =>
      (await sample.evaluate(highlightedTexts, 'gloss-term')).filter((term) => term === sampleTerm).length;
    await waitUntil('twice', times, (count) => count === 2);
    await sample.getByLabel(label('settings.occurrences')).selectOption('first');
    await waitUntil('once', times, (count) => count === 1);
  });
});

describe("the browser's own synchronisation", () => {
  it('holds what is set here', async () => {
    await changeSettings(session.browser, { cardWidth: 400 });
    const worker = await session.browser.worker();
    const stored = await worker.evaluate(() =>
      (globalThis as unknown as WorkerWorld).chrome.storage.sync.get('settings'),
    );
    expect(stored.settings).toMatchObject({ cardWidth: 400 });
  });

  it('brings what was set on another machine to open pages', async () => {
    const page = await read();
    const worker = await session.browser.worker();
    await worker.evaluate(async () => {
      const { sync } = (globalThis as unknown as WorkerWorld).chrome.storage;
      const { settings } = await sync.get('settings');
      await sync.set({ settings: { ...settings, markStyle: 'solid' } });
    });
    await waitUntil('the page follows', () =>
      page.evaluate(() => (CSS.highlights.get('gloss-term-solid')?.size ?? 0) > 0),
    );
  });
});

describe('the name of the reviewer', () => {
  it('is set in the settings and stands in the next review', async () => {
    const page = await session.browser.openOwn('library.html#/settings');
    const name = page.getByLabel(label('desk.reviewer'));
    await name.fill('林譯員');
    await name.press('Tab');
    await page.goto(`${session.browser.origin}/library.html#/glossary/new`);
    await page.getByRole('radio', { name: label('desk.state.approved') }).check();
    expect(await page.getByLabel(label('desk.reviewedBy')).inputValue()).toBe('林譯員');
    await changeSettings(session.browser, { reviewer: '' });
  });
});

describe('a site that is switched off', () => {
  it('is switched on again in the settings and those that were switched off meanwhile stay off', async () => {
    const [first, other] = ['a.gov.tw', 'b.gov.tw'];
    const page = await session.browser.openOwn('library.html#/settings');
    await ask(page, 'site:mute', { host: first, muted: true });
    await page.reload();
    const unmute = page.getByRole('button', { name: label('settings.unmute') });
    await unmute.waitFor();
    await ask(page, 'site:mute', { host: other, muted: true });
    await unmute.click();
    await page.getByText(other).waitFor();
    expect(await page.getByText(first).count()).toBe(0);
    await unmute.click();
    await page.getByText(label('settings.mutedNone')).waitFor();
  });
});

describe('the popup', () => {
  it('switches this site off and on', async () => {
    const page = await read();
    const popup = await session.browser.openOwn(
      `popup.html?tab=${await tabOf(session.browser, sampleAddress)}`,
    );
    await popup.getByRole('button', { name: label('popup.mute') }).click();
    await popup.getByText(label('popup.muted')).waitFor();
    await waitUntil(
      'nothing is marked',
      async () => (await page.evaluate(highlightedTexts, 'gloss-term')).length === 0,
    );
    await popup.getByRole('button', { name: label('popup.unmute') }).click();
    await waitUntil(
      'it is marked again',
      async () => (await page.evaluate(highlightedTexts, 'gloss-term')).length > 0,
    );
  });
});
