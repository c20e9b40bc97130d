import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { Pack } from '../../src/glossary/pack.ts';
import { changesRecords, type PageNotice } from '../../src/messages/protocol.ts';
import { createRouter } from '../../src/messages/router.ts';
import { isOwnPage } from '../../src/platform/own-page.ts';
import { loadBundledPack } from '../../src/platform/pack-file.ts';
import { notifyTabs, openOwnTab, wakeOpenTabs } from '../../src/platform/tabs.ts';
import { createAddressStore } from '../../src/storage/address-store.ts';
import { PolicyGlossDatabase } from '../../src/storage/database.ts';
import { createDeeds } from '../../src/storage/deeds.ts';
import { createEntryImport } from '../../src/storage/entry-import.ts';
import { createEntryLookup } from '../../src/storage/entry-lookup.ts';
import { createEntryRepository } from '../../src/storage/entry-repository.ts';
import { createGlossaryIndex } from '../../src/storage/glossary-index.ts';
import { createHighlightRepository } from '../../src/storage/highlight-repository.ts';
import { createImageStore } from '../../src/storage/image-store.ts';
import { createPackParts } from '../../src/storage/pack-parts.ts';
import { createPackRepository } from '../../src/storage/pack-repository.ts';
import { createPageStore } from '../../src/storage/page-store.ts';
import { FOLDING_EDITION } from '../../src/text/folding-table.ts';
import { listenToCommands, listenToMenus } from './commands.ts';
import { createGlossary, onceMade } from './glossary.ts';
import { createHandlers } from './handlers.ts';
import { createSafety } from './safety.ts';
import { followSettings } from './settings.ts';
import { listenToSites } from './sites.ts';
import { heardByTwins } from './twins.ts';
import { listenToUpdates } from './updates.ts';
import { startUpkeep } from './upkeep.ts';

export default defineBackground(() => {
  const database = new PolicyGlossDatabase();
  const highlights = createHighlightRepository(database);
  const entries = createEntryRepository(database);
  const packs = createPackRepository(database);
  const pages = createPageStore(database);
  const addresses = createAddressStore(database);
  const safety = createSafety({
    highlights,
    entries,
    packs,
    packParts: createPackParts(database),
    pages,
    addresses,
  });
  const bundled = onceMade(() => loadBundledPack<Pack>());
  const index = createGlossaryIndex({
    database,
    packs,
    images: createImageStore(database),
    bundled,
    onChange: () => void notifyTabs({ type: 'page:glossary-changed' } satisfies PageNotice).catch(() => {}),
    edition: `${FOLDING_EDITION}`,
  });
  const route = createRouter(
    createHandlers({
      glossary: createGlossary({ index, bundled, packs, entries }),
      highlights,
      entries,
      lookup: createEntryLookup(database),
      imports: createEntryImport(database),
      packs,
      pages,
      addresses,
      deeds: createDeeds(database),
      safety,
    }),
    isOwnPage,
  );
  // Listeners are set in the first turn: the event that woke the worker is delivered to them.
  browser.runtime.onMessage.addListener((message, sender, respond) => {
    if (sender.id !== browser.runtime.id) return false;
    void route(message, sender).then((reply) => {
      respond(reply);
      // Not waited for, and not answered for: what the reader did is done.
      if (reply?.ok && changesRecords(message)) void safety.wrote().catch(() => {});
      if (reply?.ok) void heardByTwins(message, sender).catch(() => {});
    });
    return true;
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    // Tests would have to close it every time; the one about it opens it itself.
    if (reason === 'install' && import.meta.env.MODE !== 'e2e') void openOwnTab('/welcome.html');
  });
  followSettings();
  listenToSites();
  listenToUpdates();
  listenToMenus();
  listenToCommands();
  void wakeOpenTabs({ type: 'page:ping' }).catch(() => {});
  startUpkeep(safety, pages, packs);
});
