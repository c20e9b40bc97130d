import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { changeSettings, command } from '../support/commands.ts';
import { cardState, highlightedTexts } from '../support/in-page.ts';
import { label } from '../support/labels.ts';
import { setEnabled } from '../support/manager.ts';
import { card, paintedTerms, restOnTerm, surface, waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { tabOf } from '../support/tabs.ts';
import { waitUntil } from '../support/waiting.ts';
import { sampleTerm } from '../support/walk.ts';

const session = useChromium();
const address = (name: string) => `http://www.ndc.gov.tw/hard/${name}.html`;
beforeAll(() => {
  session.server.mount('http://www.ndc.gov.tw/hard/', join(import.meta.dirname, '../support/pages/hard'));
});
afterEach(async () => {
  expect(session.browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
  for (const page of session.browser.context.pages()) await page.close();
});

async function open(name: string): Promise<Page> {
  const page = await session.browser.open(address(name));
  await waitForTerms(page);
  return page;
}

/** Whether the card is what lies at its own middle, and not something of the page above it. */
async function isOnTop(page: Page): Promise<boolean> {
  const box = await card(page).boundingBox();
  if (!box) return false;
  return page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.localName === 'policy-gloss-card', {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
  });
}

describe('hard pages', () => {
  it('in a modal dialog the card can be used, and Esc leaves the dialog of the page open', async () => {
    const page = await open('modal');
    await restOnTerm(page, sampleTerm);
    expect(await isOnTop(page)).toBe(true);
    await card(page)
      .getByRole('button', { name: label('card.pin') })
      .click();
    await card(page)
      .getByRole('button', { name: label('card.collect'), exact: true })
      .click();
    await card(page)
      .getByRole('button', { name: label('card.collected') })
      .waitFor();
    await page.keyboard.press('Escape');
    expect(await page.evaluate(cardState)).toBe('closed');
    expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
    await command(session.browser, 'list-terms');
    await card(page).getByRole('searchbox').fill('主權');
    expect(await card(page).locator('.term').count()).toBe(1);
  });

  it('in full screen the card is above', async () => {
    const page = await open('full-screen');
    await page.getByRole('button').click();
    await waitUntil('it is full screen', () => page.evaluate(() => document.fullscreenElement !== null));
    await restOnTerm(page, sampleTerm);
    expect(await isOnTop(page)).toBe(true);
  });

  it('no z-index and no rule of the page reaches the card', async () => {
    const page = await open('z-index');
    await restOnTerm(page, sampleTerm);
    expect(await isOnTop(page)).toBe(true);
    expect((await card(page).boundingBox())?.width).toBeCloseTo(384, 0);
  });

  it('a strict policy with trusted types stops nothing of ours', async () => {
    const page = await open('csp');
    await restOnTerm(page, sampleTerm);
    expect(
      await card(page).evaluate((dialog) => getComputedStyle(dialog).getPropertyValue('border-radius')),
    ).toBe('10px');
    expect(session.browser.trouble).toEqual([]);
  });

  it('a page that swallows keys leaves us Esc and the keys in our element, and does not hear those', async () => {
    const page = await open('swallowed-keys');
    await restOnTerm(page, sampleTerm);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(cardState)).toBe('closed');
    await page.keyboard.press('Escape');
    const heard = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    // The first Esc was ours alone, the second is the page's.
    await waitUntil('the page hears', async () => (await heard()).includes('keydown Escape'));
    expect((await heard()).filter((key) => key === 'keydown Escape')).toHaveLength(1);
    const before = (await heard()).length;
    await command(session.browser, 'list-terms');
    await card(page).getByRole('searchbox').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await card(page).getByRole('searchbox').focus();
    await page.keyboard.type('sov');
    expect(await card(page).getByRole('searchbox').inputValue()).toBe('sov');
    expect((await heard()).length).toBe(before);
  });

  it('a page that swallows pointer and clicks at the very first keeps its cards, and loses no event to us', async () => {
    const page = await open('swallowed-pointer');
    await restOnTerm(page, sampleTerm);
    await page.mouse.move(2, 400);
    await page.mouse.move(2, 410);
    await waitUntil('the card is closed', async () => (await page.evaluate(cardState)) === 'closed');
    await page.getByText('均衡臺灣').click();
    await waitUntil('the link is followed', () => page.url().endsWith('#followed'));
    const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    for (const type of ['pointermove', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click'])
      expect(heard).toContain(`${type} false`);
    expect(heard.filter((event) => event.endsWith('true'))).toEqual([]);
  });

  it('a page that blocks right click, selection and moves keeps its cards', async () => {
    const page = await open('blockers');
    await restOnTerm(page, sampleTerm);
    await card(page).getByRole('button', { name: /^複製/ }).click();
    await card(page)
      .getByRole('button', { name: label('card.copied') })
      .waitFor();
  });

  it('reads and marks in open shadow roots, follows their changes, and the card opens there', async () => {
    const page = await open('shadow');
    const inShadow = () =>
      page.evaluate(() =>
        [...(CSS.highlights.get('gloss-term') ?? [])].map((range) =>
          (range.startContainer as Text).data.slice(range.startOffset, range.endOffset),
        ),
      );
    await waitUntil('all three trees are marked', async () => (await inShadow()).length === 3);
    await page.evaluate(() => {
      const added = document.querySelector('#outer')?.shadowRoot?.querySelector('#added');
      if (added) added.textContent = '再談AI新十大建設。';
    });
    await waitUntil('the change is marked', async () => (await inShadow()).includes('AI新十大建設'));
    await restOnTerm(page, sampleTerm);
    expect(await card(page).getByRole('heading', { level: 2 }).innerText()).toBe('Sovereign AI');
  });

  it('reads on when an application has put another body in the place of the one it had', async () => {
    const page = await open('shadow');
    await page.evaluate((term) => {
      const body = document.createElement('body');
      body.innerHTML = `<main><p>換過的頁面談${term}。</p></main>`;
      document.body.replaceWith(body);
    }, sampleTerm);
    await waitUntil(
      'the new body is marked, and nothing else',
      () => page.evaluate(highlightedTexts, 'gloss-term'),
      (terms) => terms.length === 1 && terms[0] === sampleTerm,
    );
    await page.evaluate(() => document.querySelector('main')!.append('再談AI新十大建設。'));
    await waitUntil(
      'and is followed',
      () => page.evaluate(highlightedTexts, 'gloss-term'),
      (terms) => terms.includes('AI新十大建設'),
    );
    await restOnTerm(page, sampleTerm);
    expect(await card(page).getByRole('heading', { level: 2 }).innerText()).toBe('Sovereign AI');
  });

  it('reads in frames, those without an address too', async () => {
    const page = await session.browser.open(address('frames'));
    await waitForTerms(page);
    const frames = page.frames().filter((frame) => frame !== page.mainFrame());
    expect(frames).toHaveLength(2);
    const found = await waitUntil(
      'both frames are marked',
      () => Promise.all(frames.map((frame) => frame.evaluate(highlightedTexts, 'gloss-term'))),
      (texts) => texts.every((terms) => terms.length > 0),
    );
    expect(found.flat().sort()).toEqual([sampleTerm, '國家發展委員會'].sort());
  });

  it('our marks are not printed', async () => {
    const page = await open('link');
    const decoration = () =>
      page.evaluate(
        () => getComputedStyle(document.querySelector('a')!, '::highlight(gloss-term)').textDecorationLine,
      );
    expect(await decoration()).toBe('underline');
    await restOnTerm(page, sampleTerm);
    await page.emulateMedia({ media: 'print' });
    expect(await decoration()).toBe('none');
    expect(await card(page).isVisible()).toBe(false);
  });

  it('our marks are printed when the reader asks for it, all of the page, and only then', async () => {
    await changeSettings(session.browser, { printMarks: true });
    const page = await open('link');
    const registered = () =>
      page.evaluate(() => {
        const size = (name: string) => CSS.highlights.get(name)?.size ?? 0;
        return { terms: size('gloss-term-printed'), painted: size('gloss-term') };
      });
    expect((await registered()).terms).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const { terms, painted } = await registered();
    expect(terms).toBeGreaterThanOrEqual(Math.max(1, painted));
    await page.emulateMedia({ media: 'print' });
    const line = await page.evaluate(
      () => getComputedStyle(document.body, '::highlight(gloss-term-printed)').textDecorationLine,
    );
    expect(line).toBe('underline');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect((await registered()).terms).toBe(0);
    await changeSettings(session.browser, { printMarks: false });
  });

  it("comes back from the browser's memory of the page with its marks, and says nothing", async () => {
    const page = await open('link');
    await page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    await restOnTerm(page, sampleTerm);
    await page.goto(address('framed'));
    await page.goBack();
    await waitForTerms(page);
    await restOnTerm(page, sampleTerm);
  });
});

describe('what the reader asks of the system', () => {
  it('is kept: nothing moves where motion is not wanted', async () => {
    const page = await open('link');
    const moves = () => card(page).evaluate((dialog) => getComputedStyle(dialog).animationName);
    await restOnTerm(page, sampleTerm);
    expect(await moves()).not.toBe('none');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await moves()).toBe('none');
  });

  it('a tab that the browser had put aside is read when it is shown again', async () => {
    const before = await open('link');
    const tab = await tabOf(session.browser, address('link'));
    await session.browser.context.newPage().then((other) => other.bringToFront());
    expect(before.isClosed()).toBe(false);
    const worker = await session.browser.worker();
    const shown = await worker.evaluate(async (id) => {
      const { tabs } = (
        globalThis as unknown as {
          chrome: {
            tabs: {
              discard(id: number): Promise<{ id: number; discarded: boolean }>;
              update(id: number, change: object): Promise<unknown>;
              sendMessage(id: number, message: object, options: object): Promise<{ occurrences: number }>;
            };
          };
        }
      ).chrome;
      const { id: discarded, discarded: isAside } = await tabs.discard(id);
      await tabs.update(discarded, { active: true });
      for (let tries = 0; tries < 200; tries++) {
        const status = await tabs
          .sendMessage(discarded, { type: 'page:status' }, { frameId: 0 })
          .catch(() => undefined);
        if (status?.occurrences) return { isAside, occurrences: status.occurrences };
        await new Promise((later) => setTimeout(later, 40));
      }
      return { isAside, occurrences: 0 };
    }, tab);
    expect(shown.isAside).toBe(true);
    expect(shown.occurrences).toBeGreaterThan(0);
  });
});

describe('the extension comes and goes while pages are open', () => {
  it('switched off there is no dead card and no error, switched on it reads again', async () => {
    const page = await open('link');
    await restOnTerm(page, sampleTerm);
    await setEnabled(session.browser, false);
    await page.bringToFront();
    await waitUntil('marks and card are gone', async () => {
      await page.mouse.move(10 + Math.random() * 50, 10);
      return (await paintedTerms(page)).length === 0 && (await surface(page).count()) === 0;
    });
    await setEnabled(session.browser, true);
    await page.bringToFront();
    await waitForTerms(page);
    await restOnTerm(page, sampleTerm);
    expect(await surface(page).count()).toBe(1);
    expect(session.browser.trouble).toEqual([]);
  });
});
