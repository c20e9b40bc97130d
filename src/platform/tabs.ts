import { browser } from 'wxt/browser';

/** Files of the reader inside the package, as the build names them. */
const READER = { js: ['/content-scripts/reader.js'], css: ['/content-scripts/reader.css'] } as const;

/** Sends a notice to the reader in every tab that has one. Tabs without are passed over. */
export async function notifyTabs(notice: object): Promise<void> {
  const tabs = await openTabs();
  await Promise.allSettled(tabs.map((id) => browser.tabs.sendMessage(id, notice)));
}

/** All open tabs. */
export async function openTabs(): Promise<number[]> {
  return (await browser.tabs.query({})).flatMap(({ id }) => id ?? []);
}

/** Sends a notice to the reader of one tab (one frame of it, if given); rejects when there is no reader. */
export function notifyTab(tabId: number, notice: object, frameId?: number): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, notice, frameId === undefined ? {} : { frameId });
}

/** Starts the reader in a tab now. Rejects where the browser lets no extension in. */
export async function injectReader(tabId: number): Promise<void> {
  const target = { tabId, allFrames: true };
  await browser.scripting.insertCSS({ target, files: [...READER.css] });
  await browser.scripting.executeScript({ target, files: [...READER.js] });
}

/**
 * Starts the reader in all open tabs that it may read and does not: after an install, an update, or being switched on
 * again, pages that are open keep a reader without an extension, or have none. Once in the life of the extension.
 */
export async function wakeOpenTabs(ping: object): Promise<void> {
  const { awake } = await browser.storage.session.get('awake');
  if (awake) return;
  await browser.storage.session.set({ awake: true });
  const { origins } = await browser.permissions.getAll();
  const tabs = origins?.length ? await browser.tabs.query({ url: origins, status: 'complete' }) : [];
  await Promise.allSettled(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      // A page that answers has its reader.
      await notifyTab(id, ping, 0).catch(() => injectReader(id));
    }),
  );
}

/** Runs a script of ours in one frame, beside the reader that is there. */
export async function injectScript(
  tabId: number,
  frameId: number,
  name: 'card' | 'tools' | 'anchoring' | 'twin',
): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: [`/${name}.js`],
  });
}

/** What the manifest says of the reader's scripts, for the pages of one origin. */
function scriptsFor(origin: string) {
  const shared = {
    matches: [`${origin}/*`],
    allFrames: true,
    // Frames without an address of their own (`srcdoc`, `about:blank`) are of the page that made them.
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
  };
  return [
    {
      ...shared,
      id: `reader ${origin}`,
      js: READER.js.map((path) => path.slice(1)),
      css: READER.css.map((path) => path.slice(1)),
      runAt: 'document_idle' as const,
    },
    {
      ...shared,
      id: `keys ${origin}`,
      js: ['content-scripts/keys.js'],
      runAt: 'document_start' as const,
    },
  ];
}

/** Lets the reader start by itself on all pages of an origin such as `https://example.org`, or no longer. */
export async function setAlways(origin: string, always: boolean): Promise<void> {
  const scripts = scriptsFor(origin);
  const registered = await browser.scripting.getRegisteredContentScripts({
    ids: scripts.map(({ id }) => id),
  });
  const there = new Set(registered.map(({ id }) => id));
  if (!always) {
    if (there.size > 0) await browser.scripting.unregisterContentScripts({ ids: [...there] });
    return;
  }
  // Never taken out to be put in again: a worker that is stopped in between would have lost the site.
  const known = scripts.filter(({ id }) => there.has(id));
  const added = scripts.filter(({ id }) => !there.has(id));
  if (known.length > 0) await browser.scripting.updateContentScripts(known);
  if (added.length > 0) await browser.scripting.registerContentScripts(added);
}

/** Opens a page of the extension in a new tab. */
export async function openOwnTab(path: '/welcome.html'): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}

/** Opens a page of the extension, in the tab that shows it already if there is one. `hash` begins with `#/`. */
export async function openExtensionPage(path: '/library.html', hash: string): Promise<void> {
  const url = browser.runtime.getURL(path) + hash;
  const [open] = await browser.tabs.query({ url: `${browser.runtime.getURL(path)}*` }).catch(() => []);
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { active: true, url });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}
