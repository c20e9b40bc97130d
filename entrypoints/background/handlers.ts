import type { Browser } from 'wxt/browser';
import type { PageNotice } from '../../src/messages/protocol.ts';
import { type Handlers, RequestError } from '../../src/messages/router.ts';
import { interfaceLanguage } from '../../src/platform/interface-language.ts';
import { settingsStore } from '../../src/platform/settings-store.ts';
import { silenceStore } from '../../src/platform/silence-store.ts';
import {
  injectCard,
  injectReader,
  notifyTabs,
  openExtensionPage,
  setAlways,
} from '../../src/platform/tabs.ts';
import { readSettings, type Settings } from '../../src/settings/settings.ts';
import { placeOf, readSilences, type Silence, silencedOn, withSilence } from '../../src/settings/silence.ts';
import type { EntryRepository } from '../../src/storage/entry-repository.ts';
import type { HighlightRepository } from '../../src/storage/highlight-repository.ts';
import type { Glossary } from './glossary.ts';

export interface Services {
  readonly glossary: Glossary;
  readonly highlights: HighlightRepository;
  readonly entries: EntryRepository;
}

const now = () => new Date().toISOString();

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : '';
}

async function settings(): Promise<Settings> {
  return readSettings(await settingsStore.read());
}

async function changeSettings(change: object): Promise<Settings> {
  const defined = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const changed = readSettings({ ...(await settings()), ...defined });
  await settingsStore.write(changed);
  await notify({
    type: 'page:settings-changed',
    settings: changed,
    language: interfaceLanguage(changed.language),
  });
  return changed;
}

async function silences(): Promise<Silence[]> {
  return readSilences(await silenceStore.read());
}

/** Readers take the change up as they take up a change of the settings. */
async function changeSilences(change: (present: Silence[]) => Silence[]): Promise<void> {
  await silenceStore.write(change(await silences()));
  const current = await settings();
  await notify({
    type: 'page:settings-changed',
    settings: current,
    language: interfaceLanguage(current.language),
  });
}

function notify(notice: PageNotice): Promise<void> {
  return notifyTabs(notice);
}

/** The store's failures as one code, so that the page can say that nothing was saved. */
async function stored<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new RequestError('storage', error instanceof Error ? error.name : 'storage failed', {
      cause: error,
    });
  }
}

const highlightsChanged = () => notify({ type: 'page:highlights-changed', addresses: null });

/** What the background answers to each request. */
export function createHandlers({
  glossary,
  highlights,
  entries,
}: Services): Handlers<Browser.runtime.MessageSender> {
  return {
    'reader:start': async ({ address }) => {
      const current = await settings();
      const host = hostOf(address);
      const agency = await glossary.agencyOf(host).catch(() => undefined);
      return {
        settings: current,
        language: interfaceLanguage(current.language),
        muted: current.mutedHosts.includes(host),
        silenced: silencedOn(await silences(), address),
        ...(agency && { agency }),
        highlights: await stored(highlights.ofDocument(address)),
      };
    },
    'reader:recognise': ({ text, context, seen }, { url }) =>
      glossary.recognise(text, { host: hostOf(url ?? ''), context, seen: new Set(seen) }),
    'reader:load-card': async (_, { tab, frameId }) => {
      if (tab?.id === undefined) throw new RequestError('denied', 'only a page can show a card');
      await injectCard(tab.id, frameId ?? 0);
      return null;
    },
    'card:describe': ({ concepts, onDate }) => glossary.cards(concepts, onDate),
    'highlights:save': async (highlight) => {
      const saved = await stored(highlights.save(highlight));
      await highlightsChanged();
      return saved;
    },
    'highlights:change': async ({ id, change }) => {
      const changed = await stored(highlights.change(id, change, now()));
      if (!changed) throw new RequestError('not-found', 'no highlight of that id');
      await highlightsChanged();
      return changed;
    },
    'highlights:remove': async ({ ids }) => {
      await stored(highlights.remove(ids, now()));
      await highlightsChanged();
      return null;
    },
    'highlights:restore': async ({ ids }) => {
      await stored(highlights.restore(ids, now()));
      await highlightsChanged();
      return null;
    },
    'highlights:report': async ({ states }) => {
      await stored(highlights.report(states));
      return null;
    },
    'highlights:list': ({ address }) => stored(highlights.ofDocument(address)),
    'exchange:import': async (records) => {
      const ofHighlights = await stored(highlights.addMissing(records.highlights));
      const ofEntries = await stored(entries.addMissing(records.entries));
      await highlightsChanged();
      return {
        added: ofHighlights.added + ofEntries.added,
        present: ofHighlights.present + ofEntries.present,
      };
    },
    'entries:collect': (entry) => stored(entries.collect(entry)),
    'entries:change': async ({ id, ...words }) => {
      const changed = await stored(entries.change(id, words, now()));
      if (!changed) throw new RequestError('not-found', 'no entry of that id');
      return changed;
    },
    'entries:remove': async ({ ids }) => {
      await stored(entries.remove(ids, now()));
      return null;
    },
    'entries:restore': async ({ ids }) => {
      await stored(entries.restore(ids, now()));
      return null;
    },
    'terms:silence': async ({ id, term, scope, address }) => {
      const added: Silence = { id, term, scope, where: placeOf(scope, address) };
      await changeSilences((present) => withSilence(present, added));
      return added;
    },
    'terms:unsilence': async ({ id }) => {
      await changeSilences((present) => present.filter((silence) => silence.id !== id));
      return null;
    },
    'terms:silences': silences,
    'site:mute': async ({ host, muted }) => {
      const others = (await settings()).mutedHosts.filter((known) => known !== host);
      await changeSettings({ mutedHosts: muted ? [...others, host] : others });
      return null;
    },
    'site:read-tab': async ({ tabId }) => {
      try {
        await injectReader(tabId);
      } catch (error) {
        throw new RequestError('denied', 'the browser lets no extension read this page', { cause: error });
      }
      return null;
    },
    'site:always': async ({ origin, always }) => {
      await setAlways(origin, always);
      return null;
    },
    'settings:read': async () => {
      const current = await settings();
      return { settings: current, language: interfaceLanguage(current.language) };
    },
    'settings:change': (change) => changeSettings(change),
    'library:open': async ({ hash }) => {
      await openExtensionPage('/library.html', hash);
      return null;
    },
  };
}
