import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
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

async function withTouch(page: Page, work: (driver: CDPSession) => Promise<void>): Promise<void> {
  const driver = await page.context().newCDPSession(page);
  await driver.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await work(driver);
  await driver.detach();
}

function touch(page: Page, point: Point): Promise<void> {
  return withTouch(page, async (driver) => {
    await driver.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await driver.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  });
}

/** A pen that comes down where it was not hovering, and goes up. */
async function penTap(page: Page, { x, y }: Point): Promise<void> {
  const driver = await page.context().newCDPSession(page);
  const pen = { x, y, pointerType: 'pen', button: 'left', clickCount: 1 } as const;
  await driver.send('Input.dispatchMouseEvent', { ...pen, type: 'mousePressed', buttons: 1 });
  await driver.send('Input.dispatchMouseEvent', { ...pen, type: 'mouseReleased', buttons: 0 });
  await driver.detach();
}

async function penHover(page: Page, { x, y }: Point): Promise<void> {
  const driver = await page.context().newCDPSession(page);
  for (const at of [x - 3, x])
    await driver.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: at, y, pointerType: 'pen' });
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

describe('touch that is not a tap', () => {
  it('a long press on a term is left to the browser: its menu, and no card', async () => {
    const page = await session.browser.open(link);
    await waitForTerms(page);
    const point = await pointOf(page, sampleTerm);
    await page.evaluate(() =>
      addEventListener('pointerup', () => {
        document.title = 'released';
      }),
    );
    await withTouch(page, async (driver) => {
      await driver.send('Input.synthesizeTapGesture', {
        ...point,
        duration: 900,
        gestureSourceType: 'touch',
      });
    });
    await waitUntil('the finger is up', async () => (await page.title()) === 'released');
    // Without a display Chromium shows no menu; that nothing of ours would keep it away can be asked.
    const isLeft = await page.evaluate(() =>
      document
        .querySelector('a')
        ?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })),
    );
    expect(isLeft).toBe(true);
    await whileItCouldOpen(page);
    expect(await page.evaluate(cardState)).not.toBe('open');
    expect(page.url()).toBe(link);
  });

  it('a swipe that begins on a term scrolls, and opens nothing', async () => {
    const page = await session.browser.open(sampleAddress);
    await page.setViewportSize({ width: 400, height: 500 });
    await waitForTerms(page);
    const point = await pointOf(page, sampleTerm);
    const before = await page.evaluate(() => scrollY);
    await withTouch(page, async (driver) => {
      await driver.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
      for (const way of [20, 60, 120])
        await driver.send('Input.dispatchTouchEvent', {
          type: 'touchMove',
          touchPoints: [{ x: point.x, y: point.y - way }],
        });
      await driver.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    });
    await waitUntil('it has scrolled', async () => (await page.evaluate(() => scrollY)) > before);
    await whileItCouldOpen(page);
    expect(await page.evaluate(cardState)).not.toBe('open');
  });

  it('a control is worked by the second tap as well', async () => {
    const address = 'http://www.ndc.gov.tw/control.html';
    session.server.serve(
      address,
      '<!doctype html><meta charset="utf-8"><p><br><button onclick="document.title=\'worked\'">主權AI的推動</button>',
    );
    const page = await session.browser.open(address);
    await waitForTerms(page);
    const point = await pointOf(page, sampleTerm);
    await touch(page, point);
    await isState(page, 'open');
    expect(await page.title()).not.toBe('worked');
    await touch(page, point);
    await waitUntil('the button works', async () => (await page.title()) === 'worked');
  });
});

describe('a pen', () => {
  it('opens the card of a term in a link by a tap, and follows by the second', async () => {
    const page = await session.browser.open(link);
    await waitForTerms(page);
    const point = await pointOf(page, sampleTerm);
    await penTap(page, point);
    await isState(page, 'open');
    expect(page.url()).toBe(link);
    await Promise.all([page.waitForURL(/framed/), penTap(page, point)]);
  });

  it('opens it by hovering too, as a mouse does', async () => {
    const page = await session.browser.open(sampleAddress);
    await waitForTerms(page);
    const point = await pointOf(page, sampleTerm);
    await waitUntil('the card opens', async () => {
      await penHover(page, point);
      await isState(page, 'open');
      return true;
    });
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

describe('the way to the card', () => {
  it('may slant over other terms: the card stays the one it was; it is closed by no timer', async () => {
    const page = await session.browser.open(sampleAddress);
    await waitForTerms(page);
    await restOnTerm(page, sampleTerm);
    const heading = card(page).getByRole('heading', { level: 2 });
    const from = await pointOf(page, sampleTerm);
    const box = await card(page).boundingBox();
    if (!box) throw new Error('the card has no box');
    await page.mouse.move(from.x, from.y);
    await page.mouse.move(box.x + box.width - 30, box.y + Math.min(60, box.height / 2), { steps: 40 });
    await whileItCouldOpen(page);
    expect(await heading.innerText()).toBe('Sovereign AI');
    // WCAG 1.4.13, persistent.
    await page.evaluate((time) => new Promise((over) => setTimeout(over, time)), 3000);
    expect(await page.evaluate(cardState)).toBe('open');
    await page.mouse.move(2, 2, { steps: 3 });
    await isState(page, 'closed');
  });

  it('a pinned card stays whatever the pointer then rests on', async () => {
    const page = await session.browser.open(sampleAddress);
    await waitForTerms(page);
    await restOnTerm(page, sampleTerm);
    await card(page).locator('.head [aria-pressed]').click();
    const heading = card(page).getByRole('heading', { level: 2 });
    const other = await pointOf(page, '均衡臺灣');
    await page.mouse.move(other.x - 3, other.y);
    await page.mouse.move(other.x, other.y);
    await whileItCouldOpen(page);
    expect(await heading.innerText()).toBe('Sovereign AI');
    expect(await page.evaluate(cardState)).toBe('open');
  });

  it('nothing is announced and no focus is taken by a card that opens under the pointer', async () => {
    const page = await session.browser.open(sampleAddress);
    await waitForTerms(page);
    await restOnTerm(page, sampleTerm);
    const said = await page.evaluate(() => {
      const root = document.querySelector('policy-gloss-card')?.shadowRoot;
      return {
        live: [...(root?.querySelectorAll('[role=status], [role=alert], [aria-live]') ?? [])]
          .map((element) => element.textContent)
          .join(''),
        focus: document.activeElement?.localName,
      };
    });
    expect(said).toEqual({ live: '', focus: 'body' });
  });
});

describe('a pointer that passes by', () => {
  it('opens nothing, whatever it crosses', async () => {
    const page = await session.browser.open(sampleAddress);
    await waitForTerms(page);
    const { y } = await pointOf(page, sampleTerm);
    const box = await page.evaluate(() => ({ width: innerWidth }));
    const opened = page.evaluate(
      () =>
        new Promise<boolean>((done) => {
          const end = performance.now() + 1200;
          const look = () => {
            if (document.querySelector('policy-gloss-card[data-state=open]')) done(true);
            else if (performance.now() > end) done(false);
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
    // To and fro over lines full of terms, and out again.
    for (const at of [0, 1, 0, 1]) await page.mouse.move(at * box.width, y + at, { steps: 6 });
    await page.mouse.move(2, 2);
    expect(await opened).toBe(false);
  });
});

describe('letters', () => {
  it("without a modifier are the page's, outside of the card", async () => {
    const page = await session.browser.open(sampleAddress);
    await waitForTerms(page);
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      addEventListener('keydown', (event) => heard.push(event.key));
    });
    const letters = 'abcdefghijklmnopqrstuvwxyz/?';
    for (const letter of letters) await page.keyboard.press(letter);
    expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.join(''))).toBe(
      letters,
    );
    expect(await page.evaluate(cardState)).not.toBe('open');
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
