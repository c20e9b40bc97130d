import type { ExtensionBrowser } from './chromium.ts';

/** Number of the tab that shows `address`. */
export async function tabOf(browser: ExtensionBrowser, address: string): Promise<number> {
  const worker = await browser.worker();
  const id = await worker.evaluate(
    async (url) =>
      (
        await (
          globalThis as unknown as {
            chrome: { tabs: { query(filter: object): Promise<{ id: number }[]> } };
          }
        ).chrome.tabs.query({ url })
      )[0]?.id,
    address,
  );
  if (id === undefined) throw new Error(`No tab shows ${address}`);
  return id;
}
