import { browser } from 'wxt/browser';
import { injectScript } from './tabs.ts';

/** A tab whose address we may see. */
export interface SeenTab {
  readonly id: number;
  readonly url: string;
}

/** Asks the script of twins in a tab; it is run there when nobody answers. Rejects where the browser lets no extension in. */
export async function askTwinScript(tabId: number, ask: object): Promise<unknown> {
  const send = () => browser.tabs.sendMessage(tabId, ask, { frameId: 0 });
  const answer: unknown = await send().catch(() => undefined);
  if (answer !== undefined && answer !== null) return answer;
  await injectScript(tabId, 0, 'twin');
  return send();
}

/** The open pages of the web that the extension may read. A tab that was put to sleep has no page to ask. */
export async function readableTabs(): Promise<SeenTab[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ id, url, discarded }) =>
    id !== undefined && url?.startsWith('http') && !discarded ? [{ id, url }] : [],
  );
}

/** Brings a tab and its window to the front. */
export async function showTab(tabId: number): Promise<void> {
  const { windowId } = await browser.tabs
    .update(tabId, { active: true })
    .then((tab) => tab ?? { windowId: undefined });
  if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
}

/** Opens an address in the tab itself. */
export async function openInTab(tabId: number, url: string): Promise<number> {
  await browser.tabs.update(tabId, { url });
  return tabId;
}

/** Opens an address in a tab next to a tab. Its number. */
export async function openNextTo(tabId: number, url: string): Promise<number | undefined> {
  const { index, windowId } = await browser.tabs.get(tabId);
  const opened = await browser.tabs.create({ url, index: index + 1, windowId, openerTabId: tabId });
  return opened.id;
}

/** Narrower than this a half of a window cannot be read, CSS px. */
const LEAST_HALF = 400;

/**
 * Opens an address in a window on the right half of where the window of a tab stands, which gets the left half. A window
 * too narrow for that stays as it is. Number of the new tab.
 */
export async function openOnRight(tabId: number, url: string): Promise<number | undefined> {
  const { windowId } = await browser.tabs.get(tabId);
  const { left = 0, top = 0, width = 0, height = 0, incognito } = await browser.windows.get(windowId);
  const half = Math.floor(width / 2);
  if (half < LEAST_HALF) return openNextTo(tabId, url);
  // A window that fills the screen takes no bounds before it is a normal one.
  await browser.windows.update(windowId, { state: 'normal' });
  await browser.windows.update(windowId, { left, top, width: half, height });
  const bounds = { left: left + half, top, width: width - half, height };
  // A window that hung over the edge of the screen has no such half; the browser then finds a place.
  const opened = await browser.windows
    .create({ url, ...bounds, incognito })
    .catch(() => browser.windows.create({ url, incognito }));
  return opened?.tabs?.[0]?.id;
}
