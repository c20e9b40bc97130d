import type { PageNotice } from '../../src/messages/protocol.ts';
import { interfaceLanguage } from '../../src/platform/interface-language.ts';
import { localStore, syncStore } from '../../src/platform/local-store.ts';
import { notifyTabs } from '../../src/platform/tabs.ts';
import type { Settings, SettingsChange } from '../../src/settings/settings.ts';
import { createSettingsStore, SETTINGS_KEYS } from '../../src/storage/settings-store.ts';

const store = createSettingsStore({
  sync: syncStore,
  local: localStore,
  now: () => new Date().toISOString(),
});

/** The settings as they are now. */
export const readSettingsNow = store.read;

/** Tells open pages of the settings as they now are; silences are taken up with them. */
export function settingsChanged(current: Settings): Promise<void> {
  const notice: PageNotice = {
    type: 'page:settings-changed',
    settings: current,
    language: interfaceLanguage(current.language),
  };
  return notifyTabs(notice);
}

/** Makes a change of what is set by then, and tells open pages. */
export async function changeSettings(make: (present: Settings) => SettingsChange): Promise<Settings> {
  const changed = await store.change(make);
  await settingsChanged(changed);
  return changed;
}

/** Calls `onChange` whenever settings were written, on this machine or another. */
export function watchSettings(onChange: () => void): void {
  syncStore.watch([SETTINGS_KEYS.settings], onChange);
  localStore.watch(Object.values(SETTINGS_KEYS), onChange);
}

/** Tells open pages of settings that the browser brought from another machine. */
export function followSettings(): void {
  watchSettings(() => {
    void store.read().then((current) => (store.isOwn(current) ? undefined : settingsChanged(current)));
  });
  void store.settle().catch(() => {});
}
