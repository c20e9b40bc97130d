import '../../src/ui/sidepanel/sidepanel.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import enApp from '../../assets/locales/en/app.json' with { type: 'json' };
import enCheck from '../../assets/locales/en/check.json' with { type: 'json' };
import enExchange from '../../assets/locales/en/exchange.json' with { type: 'json' };
import enFiles from '../../assets/locales/en/files.json' with { type: 'json' };
import enPage from '../../assets/locales/en/page.json' with { type: 'json' };
import enPanel from '../../assets/locales/en/panel.json' with { type: 'json' };
import enTwin from '../../assets/locales/en/twin.json' with { type: 'json' };
import zhApp from '../../assets/locales/zh-TW/app.json' with { type: 'json' };
import zhCheck from '../../assets/locales/zh-TW/check.json' with { type: 'json' };
import zhExchange from '../../assets/locales/zh-TW/exchange.json' with { type: 'json' };
import zhFiles from '../../assets/locales/zh-TW/files.json' with { type: 'json' };
import zhPage from '../../assets/locales/zh-TW/page.json' with { type: 'json' };
import zhPanel from '../../assets/locales/zh-TW/panel.json' with { type: 'json' };
import zhTwin from '../../assets/locales/zh-TW/twin.json' with { type: 'json' };
import type { Pack } from '../../src/glossary/pack.ts';
import type { Highlight } from '../../src/highlights/highlight.ts';
import { newestFirst } from '../../src/highlights/order.ts';
import type { Card } from '../../src/initiatives/card-model.ts';
import { buildGraph } from '../../src/initiatives/graph.ts';
import { createClient } from '../../src/messages/client.ts';
import { describeAll } from '../../src/messages/describe-all.ts';
import type { PageNotice, PageStatus } from '../../src/messages/protocol.ts';
import { createStatusOf } from '../../src/messages/status-of-page.ts';
import { activeTab, watchActiveTab } from '../../src/platform/active-tab.ts';
import { loadBundledPack } from '../../src/platform/pack-file.ts';
import { saveFile } from '../../src/platform/save-file.ts';
import { notifyTab } from '../../src/platform/tabs.ts';
import { hasWebAssembly } from '../../src/platform/web-assembly.ts';
import { PolicyGlossDatabase } from '../../src/storage/database.ts';
import { createEntryRepository } from '../../src/storage/entry-repository.ts';
import { createHighlightRepository } from '../../src/storage/highlight-repository.ts';
import { watch } from '../../src/storage/watch.ts';
import { foldToKey } from '../../src/text/fold.ts';
import { pageTermsSubject } from '../../src/ui/library/exchange/export-subjects.ts';
import { createTexts, htmlLang } from '../../src/ui/shared/texts.ts';
import { SidePanel } from '../../src/ui/sidepanel/side-panel.tsx';
import { createExportPorts } from '../library/exchange-ports.ts';
import { createPageCandidates, type PageCandidates } from './page-candidates.ts';
import { pageOf } from './page-of-status.ts';

/** While the page is being read its numbers grow; and a page changes without telling the browser. Milliseconds. */
const LOOK_AGAIN = 1_500;

const request = createClient((message) => browser.runtime.sendMessage(message));
/** `?tab=` stands in for the active tab when the panel is opened as a page of its own. */
const fixedTab = Number(new URLSearchParams(location.search).get('tab')) || undefined;

const statusOf = createStatusOf((tabId, notice) => notifyTab(tabId, notice, 0));

async function start(): Promise<void> {
  const [pack, { settings, language }] = await Promise.all([
    loadBundledPack<Pack>(),
    request('settings:read', null),
  ]);
  const t = createTexts(language, {
    en: { ...enPage, ...enApp, ...enPanel, ...enCheck, ...enExchange, ...enFiles, ...enTwin },
    'zh-TW': { ...zhPage, ...zhApp, ...zhPanel, ...zhCheck, ...zhExchange, ...zhFiles, ...zhTwin },
  });
  document.documentElement.lang = htmlLang(language);
  document.title = t('panel.title');
  document.body.className = `theme-${settings.theme}`;
  const graph = buildGraph(pack);
  const database = new PolicyGlossDatabase();
  const root = document.querySelector('#app')!;
  let highlights: readonly Highlight[] = [];
  let shown = '';
  let candidates: { readonly tabId: number | undefined; readonly of: PageCandidates } | undefined;
  const candidatesOf = (tabId: number | undefined): PageCandidates => {
    if (candidates?.tabId !== tabId || !candidates)
      candidates = { tabId, of: createPageCandidates(request, tabId) };
    return candidates.of;
  };

  const cards = new Map<string, Card>();
  /** Cards of what imported glossaries have on the page; each is asked for once. */
  const foreignCards = async ({ concepts }: PageStatus) => {
    const unknown = concepts.map(({ id }) => id).filter((id) => !graph.concept(id) && !cards.has(id));
    for (const card of await describeAll(request, unknown).catch(() => [])) cards.set(card.id, card);
    return cards;
  };

  const readEntries = async (ids: readonly string[]) =>
    await createEntryRepository(database).getMany(ids.map((id) => id.replace(/^entry:/, '')));

  const look = async (): Promise<void> => {
    const tabId = fixedTab ?? (await activeTab());
    const status = tabId === undefined ? undefined : await statusOf(tabId);
    const page = status ? pageOf(status, { graph, cards: await foreignCards(status) }, highlights) : 'none';
    const tell = (notice: PageNotice) => {
      if (tabId !== undefined) void notifyTab(tabId, notice, 0).catch(() => {});
    };
    const now = JSON.stringify([status?.address, page]);
    if (now === shown) return;
    shown = now;
    render(
      <SidePanel
        key={status?.address ?? ''}
        ports={{
          t,
          language,
          page,
          canRecognise: hasWebAssembly(),
          fold: foldToKey,
          ...(tabId !== undefined && {
            twin: {
              find: () => request('twin:find', { tabId }),
              open: async (where) =>
                void (await request('twin:open', { id: crypto.randomUUID(), tabId, where })),
            },
          }),
          showTerm: (concept) => tell({ type: 'page:show-term', concept }),
          showHighlight: (id) => tell({ type: 'page:show-highlight', id }),
          searchHighlight: (id) => tell({ type: 'page:search-highlight', id }),
          openLibrary: (hash) => void request('library:open', { hash }),
          exports: { ...createExportPorts(graph), t, language, saveFile, now: () => new Date() },
          termsSubject: () =>
            pageTermsSubject(
              page === 'none' ? [] : page.terms.map(({ id }) => id),
              status?.title ?? '',
              readEntries,
              { t, graph, language },
            ),
          findCandidates: () => candidatesOf(tabId).find(),
          collectCandidate: (candidate) => candidatesOf(tabId).collect(candidate),
        }}
      />,
      root,
    );
  };
  watch(createHighlightRepository(database).all, (rows) => {
    highlights = rows.sort(newestFirst);
    void look();
  });
  watchActiveTab(() => void look());
  setInterval(() => {
    if (document.visibilityState === 'visible') void look();
  }, LOOK_AGAIN);
  await look();
}

start().catch((error: unknown) => {
  document.querySelector('#app')!.textContent = error instanceof Error ? error.message : String(error);
});
