import { browser } from 'wxt/browser';

/** Tells whenever another page comes to be in front in this window: another tab, or the same one gone on. */
export function watchActiveTab(onChange: () => void): void {
  browser.tabs.onActivated.addListener(onChange);
  browser.tabs.onUpdated.addListener((_, change) => {
    if (change.status) onChange();
  });
  browser.windows.onFocusChanged.addListener(onChange);
}

/** The tab in front in this window. */
export async function activeTab(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}
