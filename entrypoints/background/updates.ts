import { browser } from 'wxt/browser';
import releases from '../../assets/releases.json' with { type: 'json' };
import { updateStore } from '../../src/platform/update-store.ts';
import { releasesBetween } from '../../src/settings/releases.ts';

/**
 * Notes after an update that there is something to tell. Popup and library say so in one line; no page is opened. An
 * update that comes before the last news was read adds to it.
 */
export function listenToUpdates(): void {
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    if (reason !== 'update' || !previousVersion) return;
    const { version } = browser.runtime.getManifest();
    if (releasesBetween(releases, previousVersion, version).length === 0) return;
    // Where that cannot be noted nobody is told of the news; nothing else is lost.
    void updateStore
      .read()
      .then((unread) => (unread ? undefined : updateStore.write(previousVersion)))
      .catch(() => {});
  });
}
