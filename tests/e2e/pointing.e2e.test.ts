import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_DELAYS } from '../../src/reader/hover-machine.ts';
import { changeSettings } from '../support/commands.ts';
import { cardState, dragOver, type Point, pointOnHighlight } from '../support/in-page.ts';
import { card, leaveTerm, restOnTerm, waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { waitUntil } from '../support/waiting.ts';
import { sampleAddress, sampleTerm } from '../support/walk.ts';

const session = useChromium();
const link = 'http://www.ndc.gov.tw/hard/link.html';
beforeAll(() => {
  session.server.mount('http://www.ndc.gov.tw/hard/', join(import.meta.dirname, '../support/pages/hard'));
});
afterEach(async () => {
  expect(session.browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
  for (const page of session.browser.context.pages()) await page.close();
});

async function pointOf(page: Page, text: string): Promise<Point> {
  const point = await page.evaluate(pointOnHighlight, { prefix: 'gloss-term', text });
  if (!point) throw new Error(`${text} is not painted`);
  return point;
}

async function touch(page: Page, point: Point): Promise<void> {
  const driver = await page.context().newCDPSession(page);
  await driver.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await driver.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await driver.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await driver.detach();
}

const isState = (page: Page, wanted: string) =>
  waitUntil(
    `the card is ${wanted}`,
    () => page.evaluate(cardState),
    (state) => state === wanted,
  );

/** That nothing opens can only be seen once the time is over in which it would have. */
const whileItCouldOpen = (page: Page) =>
  page.evaluate((delay) => new Promise((over) => setTimeout(over, delay)), 2 * DEFAULT_DELAYS.open);

describe('touch', () => {
  it('a tap on a term in a link opens the card; the second tap follows the link', async () => {
    const page = await session.browser.open(link);
    await waitForTerms(page);
    const point = await pointOf(page, sampleTerm);
    await touch(page, point);
    await isState(page, 'open');
    expect(page.url()).toBe(link);
    expect(await card(page).getByRole('heading', { level: 2 }).innerText()).toBe('Sovereign AI');
    await Promise.all([page.waitForURL(/framed/), touch(page, point)]);
  });

  it('a tap beside it closes the card, a tap on plain text opens nothing', async () => {
    const page = await session.browser.open(sampleAddress);
    await waitForTerms(page);
    const point = await pointOf(page, sampleTerm);
    await touch(page, point);
    await isState(page, 'open');
    await touch(page, { x: 5, y: 5 });
    await isState(page, 'closed');
  });
});

describe('the mouse', () => {
  it('opens nothing while a button is down, nor on a click', async () => {
    const page = await session.browser.open(sampleAddress);
    await waitForTerms(page);
    const point = await pointOf(page, sampleTerm);
    await page.mouse.move(point.x, point.y - 40);
    await page.mouse.down();
    await page.mouse.move(point.x, point.y, { steps: 8 });
    await whileItCouldOpen(page);
    expect(await page.evaluate(cardState)).not.toBe('open');
    await page.mouse.up();
  });

  it('opens nothing over selected text', async () => {
    const page = await session.browser.open(sampleAddress);
    await waitForTerms(page);
    const drag = await page.evaluate(dragOver, sampleTerm);
    if (!drag) throw new Error('nothing to drag over');
    await page.mouse.move(drag.from.x, drag.from.y);
    await page.mouse.down();
    await page.mouse.move(drag.to.x, drag.to.y, { steps: 5 });
    await page.mouse.up();
    expect(await page.evaluate(() => getSelection()?.toString())).toContain('主權');
    await page.mouse.move(drag.to.x - 12, drag.to.y, { steps: 6 });
    await whileItCouldOpen(page);
    expect(await page.evaluate(cardState)).not.toBe('open');
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await restOnTerm(page, sampleTerm);
  });
});

describe('only while a key is held', () => {
  it('resting opens nothing, the key opens at once, and marks of no style show with it', async () => {
    await changeSettings(session.browser, { trigger: 'shift', markStyle: 'none', openDelay: 1000 });
    const page = await session.browser.open(sampleAddress);
    await waitForTerms(page);
    const shown = () => page.evaluate(() => CSS.highlights.has('gloss-term'));
    expect(await shown()).toBe(false);
    const point = await pointOf(page, sampleTerm);
    await page.mouse.move(point.x, point.y, { steps: 20 });
    await whileItCouldOpen(page);
    expect(await page.evaluate(cardState)).not.toBe('open');
    await page.keyboard.down('Shift');
    await isState(page, 'open');
    expect(await shown()).toBe(true);
    await page.keyboard.up('Shift');
    expect(await shown()).toBe(false);
    expect(await page.evaluate(cardState)).toBe('open');
    await leaveTerm(page);
    await changeSettings(session.browser, { trigger: 'rest', markStyle: 'dotted', openDelay: 300 });
  });
});

describe('the size of the card', () => {
  it('is what was set, and never more than the window', async () => {
    await changeSettings(session.browser, { cardWidth: 560, textSize: 150 });
    const page = await session.browser.open(sampleAddress);
    await waitForTerms(page);
    await restOnTerm(page, sampleTerm);
    expect((await card(page).boundingBox())?.width).toBeCloseTo(560, 0);
    const size = await card(page)
      .getByRole('heading', { level: 2 })
      .evaluate((heading) => getComputedStyle(heading).fontSize);
    expect(size).toBe('31.5px');
    await leaveTerm(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await restOnTerm(page, sampleTerm);
    const box = await card(page).boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
    await changeSettings(session.browser, { cardWidth: 384, textSize: 100 });
  });
});
