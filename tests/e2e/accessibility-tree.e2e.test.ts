import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { spokenDialog } from '../support/accessibility-tree.ts';
import { changeSettings, command } from '../support/commands.ts';
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

const languages = ['zh-TW', 'en'] as const;

async function open(language: (typeof languages)[number]): Promise<Page> {
  await changeSettings(session.browser, { language });
  const page = await session.browser.open(sampleAddress);
  await waitForTerms(page);
  return page;
}

/** Places of parts among all parts; a part that is not there has -1. */
const order = (parts: readonly string[], wanted: readonly string[]) =>
  wanted.map((part) => parts.findIndex((each) => each.startsWith(part)));

const ascending = (places: readonly number[]) =>
  places.every((place, at) => place >= 0 && (at === 0 || place > places[at - 1]!));

/** Texts of the dialog that are not in the language which their nearest `lang` says. */
function foreignWithoutLang(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('policy-gloss-card')?.shadowRoot;
    const host = document.querySelector('policy-gloss-card')?.getAttribute('lang') ?? '';
    const dialog = root?.querySelector('[role=dialog]');
    if (!dialog) return ['no dialog'];
    const wrong: string[] = [];
    const walker = document.createTreeWalker(dialog, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const lang = node.parentElement?.closest('[lang]')?.getAttribute('lang') ?? host;
      const isChinese = /\p{Script=Han}/u.test(text);
      // An abbreviation in capitals (TAIDE) is a word of both.
      const isEnglish = !isChinese && /[A-Za-z]{4}/.test(text) && /[a-z]/.test(text);
      if ((isChinese && !lang.startsWith('zh')) || (isEnglish && !lang.startsWith('en')))
        wrong.push(`${lang}: ${text}`);
    }
    return wrong;
  });
}

describe.each(languages)('what assistive technology is given, in %s', (language) => {
  const say = (key: string, values = {}) => label(key, values, language);

  it('the card: a dialog named by term and equivalent, its parts in a sensible order, status in words', async () => {
    const page = await open(language);
    await restOnTerm(page, sampleTerm);
    const { name, parts, text } = await spokenDialog(page);
    expect(name).toBe(`dialog "${sampleTerm} Sovereign AI"`);
    expect(name).not.toContain('modal');
    const places = order(parts, [
      `button "${say('card.move')}"`,
      `button "${say('card.pin')}"`,
      `button "${say('card.close')}"`,
      'heading "Sovereign AI", level 2',
      `button "${say('card.copy', { text: 'Sovereign AI' })}"`,
      `link "${language === 'en' ? 'Source' : '出處'}`,
      `heading "${say('card.places')}", level 3`,
      `heading "${say('card.related')}", level 3`,
      `button "${say('card.collect')}"`,
      `button "${say('card.highlight')}"`,
      `button "${say('card.library')}"`,
      `button "${say('card.silence')}"`,
    ]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(ascending(places)).toBe(true);
    expect(parts.filter((part) => /^(button|link|heading) ""/.test(part))).toEqual([]);
    expect(text).toContain(say('status.official'));
    expect(await foreignWithoutLang(page)).toEqual([]);
  });

  it('the card tells its states: kept open, unfolded', async () => {
    const page = await open(language);
    await restOnTerm(page, sampleTerm);
    await card(page)
      .getByRole('button', { name: say('card.pin') })
      .click();
    await card(page)
      .getByRole('button', { name: say('card.silence') })
      .click();
    const { parts } = await spokenDialog(page);
    expect(parts).toContain(`button "${say('card.pin')}", pressed`);
    expect(parts).toContainEqual(
      expect.stringMatching(new RegExp(`^button "${say('card.silence')}".*expanded`)),
    );
  });

  it('the list: a dialog named with the count, a search field, one entry in the order of tabs, two ways on from each', async () => {
    const page = await open(language);
    await command(session.browser, 'list-terms');
    await card(page).getByRole('searchbox').waitFor();
    await waitUntil('the list has the focus', async () =>
      (await spokenDialog(page)).parts.some((part) => part.includes('focused')),
    );
    const entries = await card(page).locator('.term').count();
    const title = say(language === 'en' ? 'terms.title_other' : 'terms.title', { count: entries });
    const wanted = [
      `heading "${title}", level 2`,
      `button "${say('card.close')}"`,
      `searchbox "${say('terms.filter')}"`,
      'status ""',
      'list ""',
      'button "AI新十大建設 Ten AI Initiatives',
      `button "${say('terms.goTo', { term: 'AI新十大建設' })}"`,
    ];
    // The equivalents come a moment after the terms, and the tree follows them in its own time.
    const { name, parts, text } = await waitUntil(
      'the list is given in its order',
      () => spokenDialog(page),
      (spoken) => ascending(order(spoken.parts, wanted)),
    );
    expect(name).toBe(`dialog "${title}"`);
    expect(parts.filter((part) => part.includes('focused'))).toEqual([
      expect.stringContaining('AI新十大建設'),
    ]);
    expect(text).toContain(say('terms.hint'));
    const stops = await card(page)
      .locator('.terms button')
      .evaluateAll((buttons) => buttons.filter((button) => (button as HTMLElement).tabIndex === 0).length);
    expect(stops).toBeLessThanOrEqual(2);
    expect(await foreignWithoutLang(page)).toEqual([]);
  });
});
