import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_DELAYS } from '../../src/reader/hover-machine.ts';
import { GUTTER } from '../../src/reader/placement.ts';
import { command } from '../support/commands.ts';
import { cardState } from '../support/in-page.ts';
import { label } from '../support/labels.ts';
import { card, restOnTerm, waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { waitUntil } from '../support/waiting.ts';
import { sampleAddress, sampleTerm } from '../support/walk.ts';

const session = useChromium();
afterEach(async () => {
  expect(session.browser.trouble).toEqual([]);
  for (const page of session.browser.context.pages()) await page.close();
});

async function boxOf(shown: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await shown.boundingBox();
  if (!box) throw new Error('the card has no box');
  return box;
}

async function open(): Promise<Page> {
  const page = await session.browser.open(sampleAddress);
  await waitForTerms(page);
  await restOnTerm(page, sampleTerm);
  return page;
}

/** Drags the card by the words in its header. */
async function drag(page: Page, by: { x: number; y: number }): Promise<void> {
  const header = await boxOf(card(page).locator('.head .kind'));
  const from = { x: header.x + 20, y: header.y + header.height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 6 });
  await page.mouse.up();
}

const isInside = ({ x, y, width, height }: Awaited<ReturnType<typeof boxOf>>) =>
  x >= GUTTER - 1 && y >= GUTTER - 1 && x + width <= 1280 - GUTTER + 1 && y + height <= 900 - GUTTER + 1;

const corner = ({ x, y, width, height }: Awaited<ReturnType<typeof boxOf>>) =>
  `${y + height / 2 > 450 ? 'lower' : 'upper'} ${x + width / 2 > 640 ? 'right' : 'left'}`;

describe('the card is moved', () => {
  it('by dragging its header: it follows, and stays when the pointer goes elsewhere', async () => {
    const page = await open();
    const before = await boxOf(card(page));
    await drag(page, { x: 150, y: -60 });
    const after = await boxOf(card(page));
    expect(after.x - before.x).toBeCloseTo(150, 0);
    expect(after.y - before.y).toBeCloseTo(-60, 0);
    const pin = card(page).getByRole('button', { name: label('card.pin') });
    expect(await pin.getAttribute('aria-pressed')).toBe('true');
    await page.mouse.move(2, 2);
    await page.evaluate((delay) => new Promise((over) => setTimeout(over, delay)), 2 * DEFAULT_DELAYS.close);
    expect(await page.evaluate(cardState)).toBe('open');
  });

  it('never out of the window, nor when the window gets smaller', async () => {
    const page = await open();
    for (const by of [
      { x: 3000, y: 3000 },
      { x: -3000, y: 0 },
      { x: 0, y: -3000 },
    ]) {
      await drag(page, by);
      expect(isInside(await boxOf(card(page)))).toBe(true);
    }
    await drag(page, { x: 3000, y: 0 });
    await page.setViewportSize({ width: 500, height: 400 });
    await waitUntil('it is inside', async () => {
      const { x, y, width, height } = await boxOf(card(page));
      return x >= 0 && y >= 0 && x + width <= 500 && y + height <= 400;
    });
  });

  it('by arrow keys on its button, a little with Shift', async () => {
    const page = await session.browser.open(sampleAddress);
    await waitForTerms(page);
    await command(session.browser, 'next-term');
    const move = card(page).getByRole('button', { name: label('card.move') });
    await move.waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await move.evaluate((button) => button.matches(':focus'))).toBe(true);
    const before = await boxOf(card(page));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ArrowUp');
    const after = await boxOf(card(page));
    expect(after.x - before.x).toBeCloseTo(36, 0);
    expect(after.y - before.y).toBeCloseTo(-32, 0);
    expect(await page.evaluate(() => scrollX)).toBe(0);
  });

  it('by pressing its button, from corner to corner, without any dragging', async () => {
    const page = await open();
    const move = card(page).getByRole('button', { name: label('card.move') });
    const first = corner(await boxOf(card(page)));
    const seen = new Set<string>();
    for (let press = 0; press < 4; press++) {
      await move.click();
      const box = await boxOf(card(page));
      expect(isInside(box)).toBe(true);
      seen.add(corner(box));
    }
    expect(seen.size).toBe(4);
    expect(seen).toContain(first);
  });

  it('and the next card stands at its term again', async () => {
    const page = await open();
    const before = await boxOf(card(page));
    await drag(page, { x: 400, y: 100 });
    await page.keyboard.press('Escape');
    const again = await restOnTerm(page, sampleTerm);
    expect(await boxOf(again)).toEqual(before);
  });

  it('with a finger too', async () => {
    const page = await open();
    const before = await boxOf(card(page));
    const header = await boxOf(card(page).locator('.head .kind'));
    const driver = await page.context().newCDPSession(page);
    await driver.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    const from = { x: header.x + 20, y: header.y + header.height / 2 };
    await driver.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
    for (const way of [20, 60, 100])
      await driver.send('Input.dispatchTouchEvent', {
        type: 'touchMove',
        touchPoints: [{ x: from.x + way, y: from.y }],
      });
    await driver.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await driver.detach();
    expect((await boxOf(card(page))).x - before.x).toBeGreaterThan(50);
  });
});
