import '../../src/ui/library/library.css';
import '../reader.content/style.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import releases from '../../assets/releases.json' with { type: 'json' };
import type { GlossaryEntry } from '../../src/glossary/entry.ts';
import type { Pack } from '../../src/glossary/pack.ts';
import { MY_PACK } from '../../src/glossary/pack-ids.ts';
import type { Highlight } from '../../src/highlights/highlight.ts';
import { newestFirst } from '../../src/highlights/order.ts';
import { buildGraph } from '../../src/initiatives/graph.ts';
import { createClient } from '../../src/messages/client.ts';
import { keyboardCommands, openKeySettings } from '../../src/platform/keyboard-commands.ts';
import { loadBundledPack } from '../../src/platform/pack-file.ts';
import { saveFile } from '../../src/platform/save-file.ts';
import { openOwnTab } from '../../src/platform/tabs.ts';
import { updateStore } from '../../src/platform/update-store.ts';
import { PolicyGlossDatabase } from '../../src/storage/database.ts';
import { createEntryRepository } from '../../src/storage/entry-repository.ts';
import { createHighlightRepository } from '../../src/storage/highlight-repository.ts';
import { watch } from '../../src/storage/watch.ts';
import { foldToKey } from '../../src/text/fold.ts';
import { Library } from '../../src/ui/library/library.tsx';
import { routeOf } from '../../src/ui/library/route.ts';
import { loadSection } from '../../src/ui/library/sections.tsx';
import { createTexts, htmlLang } from '../../src/ui/shared/texts.ts';
import { asDeed } from './as-deed.ts';
import { createCheckPorts } from './check-ports.ts';
import { createExchangePorts } from './exchange-ports.ts';
import { createGlossaryPorts } from './glossary-ports.ts';
import { createHighlightPorts } from './highlight-ports.ts';
import { libraryTexts } from './library-texts.ts';

const request = createClient((message) => browser.runtime.sendMessage(message));
const root = document.querySelector('#app')!;

const nextTask = () => new Promise<void>((resume) => setTimeout(resume));

async function start(): Promise<void> {
  const [pack, current] = await Promise.all([
    loadBundledPack<Pack>(),
    request('settings:read', null),
    // The section says itself when its code does not come.
    loadSection(routeOf(location.hash).section).catch(() => undefined),
  ]);
  const { language } = current;
  // What follows is work of its own, not of the module that came last: the page stays at hand between them.
  await nextTask();
  const graph = buildGraph(pack);
  const t = createTexts(language, libraryTexts);
  document.documentElement.lang = htmlLang(language);
  document.title = t('library.title');

  // The library reads the database itself, so that its lists follow every change. The background writes, but for what
  // files bring: that the library's workers do.
  const database = new PolicyGlossDatabase();
  const highlights = signal<readonly Highlight[] | undefined>(undefined);
  const entries = signal<readonly GlossaryEntry[] | undefined>(undefined);
  const settings = signal(current.settings);
  const commands = await keyboardCommands();
  const silences = signal(await request('terms:silences', null));
  const highlightPorts = await createHighlightPorts(request, database);
  const own = language === 'en' ? 'en' : 'zh-Hant';
  const glossary = await createGlossaryPorts(request, database, graph, { language: own, fold: foldToKey });
  const highlightRepository = createHighlightRepository(database);
  const entryRepository = createEntryRepository(database);
  watch(highlightRepository.all, (rows) => {
    highlights.value = rows.sort(newestFirst);
  });
  watch(
    () => entryRepository.ofPack(MY_PACK),
    (rows) => {
      entries.value = rows.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
    },
  );

  const updatedFrom = signal(await updateStore.read());
  updateStore.watch(() => {
    void updateStore.read().then((previous) => {
      updatedFrom.value = previous;
    });
  });

  render(
    <Library
      ports={{
        t,
        language,
        graph,
        ...createCheckPorts(request, graph),
        ...createExchangePorts(request, graph),
        fold: foldToKey,
        highlights,
        entries,
        glossary,
        settings,
        silences,
        changeHighlight: (id, change) => request('highlights:change', { id, change }),
        removeHighlights: (ids) => asDeed((deed) => request('highlights:remove', { ids, deed })),
        restoreHighlights: (ids) => request('highlights:restore', { ids }),
        changeEntry: (id, change) => request('entries:change', { id, change }),
        removeEntries: (ids) => asDeed((deed) => request('entries:remove', { ids, deed })),
        restoreEntries: (ids) => asDeed((deed) => request('entries:restore', { ids, deed })),
        undoDeed: async (deed) => (await request('deeds:undo', { deed })).outcome,
        ...highlightPorts,
        unsilence: async (id) => {
          await request('terms:unsilence', { id });
          silences.value = silences.value.filter((silence) => silence.id !== id);
        },
        unmute: async (host) => {
          await request('site:mute', { host, muted: false });
          settings.value = (await request('settings:read', null)).settings;
        },
        changeSettings: async (change) => {
          settings.value = await request('settings:change', change);
          if (change.language) location.reload();
        },
        readSample: async (element, wanted, signal) => {
          const { readSample } = await import('../../src/ui/card/live-sample.ts');
          // Settings that were changed meanwhile are read by another sample.
          if (signal.aborted) return;
          await readSample(
            element,
            wanted,
            {
              t,
              language,
              mode: import.meta.env.MODE === 'e2e' ? 'open' : 'closed',
              recognise: (text, context, seen) =>
                request('reader:recognise', { text, context, seen: [...seen] }),
              describe: (concepts) => request('card:describe', { concepts: [...concepts] }),
              openLibrary: async (hash) => {
                location.hash = hash;
              },
            },
            signal,
          );
        },
        commands,
        ...(!import.meta.env.FIREFOX && { changeKeys: openKeySettings }),
        openIntroduction: () => void openOwnTab('/welcome.html'),
        news: {
          releases,
          version: browser.runtime.getManifest().version,
          updatedFrom,
          newsRead: updateStore.clear,
        },
        saveFile,
        now: () => new Date(),
      }}
    />,
    root,
  );
}

start().catch((error: unknown) => {
  // Before the texts are there: both languages, and the reason as the browser gives it.
  root.textContent = `無法開啟資料庫。The library could not be opened. ${error instanceof Error ? error.message : ''}`;
});
