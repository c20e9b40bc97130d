import { browser } from 'wxt/browser';

const PERMISSION = { permissions: ['downloads'] } as const;
type Permissions = Parameters<typeof browser.permissions.contains>[0];
const wanted = { permissions: [...PERMISSION.permissions] } as Permissions;

/**
 * Saving a file while no page of ours is open. It takes the optional permission `downloads`; without it a file can only
 * be saved by a press of the reader's (`save-file.ts`).
 */
export const unattendedFile = {
  isAllowed: (): Promise<boolean> => browser.permissions.contains(wanted),
  /** Asks the reader; to be called right in the handler of a press. Resolves to the answer. */
  ask: (): Promise<boolean> => browser.permissions.request(wanted),
  /** Gives the permission back. */
  giveBack: (): Promise<boolean> => browser.permissions.remove(wanted),
  /**
   * Saves text below the folder of downloads; a file of that name that is there stays. Resolves when it is on the disk,
   * rejects with the browser's reason when it is not.
   */
  async save(name: string, type: string, content: string): Promise<void> {
    const { url, release } = addressOf(content, type);
    try {
      const id = await browser.downloads.download({
        url,
        filename: name,
        saveAs: false,
        conflictAction: 'uniquify',
      });
      await settled(id);
    } finally {
      release();
    }
  },
};

/** A worker has no object addresses, an event page (Firefox) may not download data addresses. */
function addressOf(content: string, type: string): { url: string; release(): void } {
  if (typeof URL.createObjectURL === 'function') {
    const url = URL.createObjectURL(new Blob([content], { type }));
    return { url, release: () => URL.revokeObjectURL(url) };
  }
  return { url: `data:${type};charset=utf-8,${encodeURIComponent(content)}`, release: () => {} };
}

function settled(id: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = async () => {
      const [item] = await browser.downloads.search({ id });
      if (item?.state === 'in_progress') return;
      browser.downloads.onChanged.removeListener(look);
      if (item?.state === 'complete') resolve();
      else reject(new Error(item?.error ?? 'the download is gone'));
    };
    browser.downloads.onChanged.addListener(look);
    void look();
  });
}
