import '../../src/ui/popup/popup.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import enApp from '../../assets/locales/en/app.json' with { type: 'json' };
import enBackup from '../../assets/locales/en/backup.json' with { type: 'json' };
import enNews from '../../assets/locales/en/news.json' with { type: 'json' };
import enPanel from '../../assets/locales/en/panel.json' with { type: 'json' };
import enTwin from '../../assets/locales/en/twin.json' with { type: 'json' };
import zhApp from '../../assets/locales/zh-TW/app.json' with { type: 'json' };
import zhBackup from '../../assets/locales/zh-TW/backup.json' with { type: 'json' };
import zhNews from '../../assets/locales/zh-TW/news.json' with { type: 'json' };
import zhPanel from '../../assets/locales/zh-TW/panel.json' with { type: 'json' };
import zhTwin from '../../assets/locales/zh-TW/twin.json' with { type: 'json' };
import { isFileDue } from '../../src/highlights/backup-schedule.ts';
import { preferredWording } from '../../src/initiatives/preferred-wording.ts';
import { createClient, MessageError } from '../../src/messages/client.ts';
import { type PageStatus, pageStatusSchema } from '../../src/messages/protocol.ts';
import { localStore } from '../../src/platform/local-store.ts';
import { saveFile } from '../../src/platform/save-file.ts';
import { openSidePanel } from '../../src/platform/side-panel.ts';
import { updateStore } from '../../src/platform/update-store.ts';
import { hasWebAssembly } from '../../src/platform/web-assembly.ts';
import { copyText } from '../../src/reader/copy-text.ts';
import { readFileFacts } from '../../src/storage/safekeeping.ts';
import { localDay } from '../../src/text/local-day.ts';
import { Popup, type PopupStatus } from '../../src/ui/popup/popup.tsx';
import type { ReportPorts } from '../../src/ui/popup/report-slip.tsx';
import { createTexts, htmlLang, type Texts } from '../../src/ui/shared/texts.ts';
import type { TwinFinding, TwinPorts } from '../../src/ui/shared/twin-section.tsx';
import { saveBackupFile } from '../library/backup-file.ts';

/** Concepts listed in the popup. */
const MOST_CONCEPTS = 5;

const request = createClient((message) => browser.runtime.sendMessage(message));

function askPage(tabId: number): Promise<PageStatus> {
  return browser.tabs
    .sendMessage(tabId, { type: 'page:status' }, { frameId: 0 })
    .then((answer: unknown) => pageStatusSchema.parse(answer));
}

/** The page's status. Where no reader runs it is started: the click on the toolbar allowed this tab to be read. */
async function statusOf(tabId: number): Promise<PageStatus | 'denied'> {
  try {
    return await askPage(tabId);
  } catch {
    try {
      await request('site:read-tab', { tabId });
      return await askPage(tabId);
    } catch (error) {
      if (error instanceof MessageError && error.code === 'denied') return 'denied';
      throw error;
    }
  }
}

async function named(page: PageStatus): Promise<PopupStatus> {
  const most = [...page.concepts].sort((a, b) => b.count - a.count).slice(0, MOST_CONCEPTS);
  const cards = await request('card:describe', { concepts: most.map(({ id }) => id) });
  return {
    host: new URL(page.address).hostname,
    occurrences: page.occurrences,
    highlights: page.highlights,
    unread: page.unread,
    muted: page.muted,
    total: page.concepts.length,
    concepts: cards.map((card) => ({
      id: card.id,
      zh: preferredWording(card, 'zh')?.text ?? '',
      en: preferredWording(card, 'en')?.text ?? '',
      count: most.find(({ id }) => id === card.id)?.count ?? 0,
    })),
  };
}

/** What a mistake on the page is reported with. */
function reportOf(page: PageStatus, t: Texts): ReportPorts {
  const today = localDay(new Date());
  return {
    t,
    title: page.title,
    address: page.address,
    terms: page.concepts,
    today,
    describe: async (id) => {
      const [card] = await request('card:describe', { concepts: [id] });
      if (!card) return '';
      return [preferredWording(card, 'zh')?.text, preferredWording(card, 'en')?.text]
        .filter(Boolean)
        .join(' · ');
    },
    copy: copyText,
    save: (text) => saveFile(`policy-gloss-report-${today}.txt`, 'text/plain', text),
  };
}

async function start(): Promise<void> {
  // `?tab=` stands in for the active tab when the popup is opened as a page of its own.
  const wanted = Number(new URLSearchParams(location.search).get('tab'));
  const [[active], { settings, language }, updatedFrom, fileFacts] = await Promise.all([
    wanted
      ? Promise.all([browser.tabs.get(wanted)])
      : browser.tabs.query({ active: true, currentWindow: true }),
    request('settings:read', null),
    updateStore.read(),
    readFileFacts(localStore),
  ]);
  const isBackupDue = isFileDue(settings.backupFile, fileFacts, new Date().toISOString());
  const t = createTexts(language, {
    en: { ...enApp, ...enBackup, ...enPanel, ...enNews, ...enTwin },
    'zh-TW': { ...zhApp, ...zhBackup, ...zhPanel, ...zhNews, ...zhTwin },
  });
  document.documentElement.lang = htmlLang(language);
  document.body.className = `theme-${settings.theme}`;
  const tabId = active?.id;
  const root = document.querySelector('#app')!;

  // Asked once, though the popup is drawn anew while the page is read.
  let finding: Promise<TwinFinding> | undefined;
  const twin = (id: number): TwinPorts => ({
    find: () => {
      finding ??= request('twin:find', { tabId: id });
      return finding;
    },
    open: async (where) => {
      await request('twin:open', { id: crypto.randomUUID(), tabId: id, where });
      close();
    },
  });

  const show = async (): Promise<void> => {
    const found = tabId === undefined ? 'denied' : await statusOf(tabId);
    const status = found === 'denied' ? found : await named(found);
    const address = found === 'denied' ? undefined : new URL(found.address);
    const origin = address?.protocol.startsWith('http') ? address.origin : undefined;
    const granted = origin ? await browser.permissions.contains({ origins: [`${origin}/*`] }) : true;
    render(
      <Popup
        key={status === 'denied' ? status : `${status.occurrences} ${status.unread}`}
        ports={{
          t,
          language,
          status,
          canRecognise: hasWebAssembly(),
          canAskAlways: origin !== undefined && !granted,
          askAlways: async () => {
            if (!origin) return false;
            const allowed = await browser.permissions.request({ origins: [`${origin}/*`] });
            if (allowed) await request('site:always', { origin, always: true });
            return allowed;
          },
          mute: async (muted) =>
            void (await request('site:mute', { host: status === 'denied' ? '' : status.host, muted })),
          openPanel: () => {
            if (active?.windowId !== undefined) void openSidePanel(active.windowId).then(() => close());
          },
          ...(isBackupDue && {
            backup: {
              save: () => saveBackupFile(request),
              ...(fileFacts.saved && { saved: localDay(fileFacts.saved) }),
            },
          }),
          ...(updatedFrom && { news: browser.runtime.getManifest().version }),
          ...(found !== 'denied' && !found.muted && { report: reportOf(found, t) }),
          ...(found !== 'denied' && tabId !== undefined && { twin: twin(tabId) }),
          openLibrary: (hash) => void request('library:open', { hash }).then(() => close()),
        }}
      />,
      root,
    );
    // The page may still be read: look again until the count rests.
    if (found !== 'denied' && found.isReading) setTimeout(() => void show(), 300);
  };
  await show();
}

start().catch((error: unknown) => {
  document.querySelector('#app')!.textContent = error instanceof Error ? error.message : String(error);
});
