import type { Locator, Page } from 'playwright-core';

/** Presses of Tab after which a target is given up: a page that needs more of them has lost its reader. */
const MOST_TABS = 120;

const hasFocus = (target: Locator) =>
  target.evaluate((element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element);

/** Goes on with Tab (or back) until the target has the focus; throws when it is not reached. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < MOST_TABS; presses++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`not reached by ${MOST_TABS} presses of ${key}: ${target}`);
}

/** Goes to a button or link by Tab and presses Enter on it. */
export async function enterOn(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press('Enter');
}
