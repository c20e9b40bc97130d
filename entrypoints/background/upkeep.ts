import { browser } from 'wxt/browser';
import enToolbar from '../../assets/locales/en/toolbar.json' with { type: 'json' };
import zhToolbar from '../../assets/locales/zh-TW/toolbar.json' with { type: 'json' };
import { backupFileName } from '../../src/highlights/backup-file-name.ts';
import { isFileDue } from '../../src/highlights/backup-schedule.ts';
import { interfaceLanguage } from '../../src/platform/interface-language.ts';
import { localStore } from '../../src/platform/local-store.ts';
import { markToolbarButton } from '../../src/platform/toolbar-button.ts';
import { unattendedFile } from '../../src/platform/unattended-file.ts';
import type { PackRepository } from '../../src/storage/pack-repository.ts';
import type { PageStore } from '../../src/storage/page-store.ts';
import {
  noteFileSaved,
  readBackup,
  readFileFacts,
  SAFEKEEPING_KEYS,
  type Safekeeping,
} from '../../src/storage/safekeeping.ts';
import { localDay } from '../../src/text/local-day.ts';
import { readSettingsNow, watchSettings } from './settings.ts';

const ALARM = 'upkeep';

/** Time between two rounds, minutes. */
const PERIOD = 6 * 60;

const FILE_IS_DUE = { en: enToolbar.toolbar.backupDue, 'zh-TW': zhToolbar.toolbar.backupDue };

/** Saves the backup file below the folder of downloads. */
async function saveUnattended(safety: Pick<Safekeeping, 'backUp'>): Promise<void> {
  const { at } = await safety.backUp();
  const text = await readBackup(localStore, at);
  await unattendedFile.save(`policy-gloss/${backupFileName(localDay(at))}`, 'application/json', text);
  await noteFileSaved(localStore, at, new Date().toISOString());
}

/** Where a backup file is due: saves it if the reader allowed that, else marks the toolbar button until it is saved. */
async function tendFile(safety: Pick<Safekeeping, 'backUp'>): Promise<void> {
  const { backupFile, backupUnattended, language } = await readSettingsNow();
  const isDue = async () => isFileDue(backupFile, await readFileFacts(localStore), new Date().toISOString());
  if ((await isDue()) && backupUnattended && (await unattendedFile.isAllowed()))
    await saveUnattended(safety).catch(() => {});
  await markToolbarButton(
    (await isDue()) ? { text: '!', title: FILE_IS_DUE[interfaceLanguage(language)] } : undefined,
  );
}

/**
 * Looks after the store without being asked, at the start of the worker and every few hours: makes up for backups, drops
 * what erased packs left behind, and tends the backup file, that also whenever it may have become due. Versions of pages
 * that nothing refers to any more are dropped every few hours only. Sets its listeners at once.
 */
export function startUpkeep(
  safety: Pick<Safekeeping, 'backUp' | 'keepUp'>,
  pages: Pick<PageStore, 'prune'>,
  packs: Pick<PackRepository, 'sweep'>,
) {
  let tending: Promise<void> = Promise.resolve();
  const tend = () => {
    tending = tending.then(() => tendFile(safety)).catch(() => {});
    return tending;
  };
  const round = async () => {
    await safety.keepUp().catch(() => {});
    await pages.prune().catch(() => {});
    await packs.sweep().catch(() => {});
    await tend();
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void round();
  });
  localStore.watch([SAFEKEEPING_KEYS.canary, SAFEKEEPING_KEYS.file], () => void tend());
  watchSettings(() => void tend());
  void browser.alarms
    .get(ALARM)
    .then(async (alarm) => {
      if (!alarm) await browser.alarms.create(ALARM, { delayInMinutes: 5, periodInMinutes: PERIOD });
    })
    .catch(() => {});
  void safety
    .keepUp()
    .catch(() => {})
    .then(() => packs.sweep())
    .catch(() => {})
    .then(tend);
}
