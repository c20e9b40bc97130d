import type { Browser } from 'wxt/browser';
import { namedPage } from '../../src/anchoring/named-page.ts';
import type { Highlight } from '../../src/highlights/highlight.ts';
import type { PageNotice } from '../../src/messages/protocol.ts';
import { type Handlers, RequestError } from '../../src/messages/router.ts';
import { interfaceLanguage } from '../../src/platform/interface-language.ts';
import { sessionStore } from '../../src/platform/local-store.ts';
import { silenceStore } from '../../src/platform/silence-store.ts';
import { injectReader, injectScript, notifyTabs, openExtensionPage } from '../../src/platform/tabs.ts';
import { hostOf } from '../../src/settings/host.ts';
import { placeOf, readSilences, type Silence, silencedOn, withSilence } from '../../src/settings/silence.ts';
import type { AddressStore } from '../../src/storage/address-store.ts';
import type { Deeds } from '../../src/storage/deeds.ts';
import type { HighlightRepository } from '../../src/storage/highlight-repository.ts';
import type { PageStore } from '../../src/storage/page-store.ts';
import type { Safekeeping } from '../../src/storage/safekeeping.ts';
import { type GlossaryStores, glossaryHandlers } from './glossary-handlers.ts';
import { changeSettings, readSettingsNow, settingsChanged } from './settings.ts';
import { readAlways } from './sites.ts';
import { stored } from './stored.ts';
import { twinHandlers } from './twins.ts';

/** What the handlers answer from. */
export interface Services extends GlossaryStores {
  readonly highlights: HighlightRepository;
  readonly pages: PageStore;
  readonly addresses: AddressStore;
  readonly deeds: Deeds;
  readonly safety: Pick<Safekeeping, 'backUp' | 'accept' | 'erase' | 'dump'>;
}

const now = () => new Date().toISOString();

let lastChange: Promise<unknown> = Promise.resolve();

/** Runs a change after those before it: two at once would each write back what the other had changed. */
function inTurn<T>(change: () => Promise<T>): Promise<T> {
  const changed = lastChange.then(change);
  lastChange = changed.catch(() => {});
  return changed;
}

async function silences(): Promise<Silence[]> {
  return readSilences(await silenceStore.read());
}

function changeSilences(change: (present: Silence[]) => Silence[]): Promise<void> {
  return inTurn(async () => {
    await silenceStore.write(change(await silences()));
    await settingsChanged(await readSettingsNow());
  });
}

const UNREAD_TOLD = 'unread told';

/** Whether the user is to be told that highlights cannot be read: once while the browser runs, on a page itself. */
async function unreadNow(frameId: number | undefined): Promise<'tell' | 'told'> {
  if (frameId !== 0 || (await sessionStore.read(UNREAD_TOLD))) return 'told';
  await sessionStore.write({ [UNREAD_TOLD]: true });
  return 'tell';
}

function notify(notice: PageNotice): Promise<void> {
  return notifyTabs(notice);
}

function found<T>(row: T | undefined): T {
  if (row === undefined) throw new RequestError('not-found', 'no highlight of that id');
  return row;
}

/** Documents from which on a change is told to all pages, without looking up which it concerns. */
const MANY_DOCUMENTS = 50;

/** What the background answers to each request. */
export function createHandlers({
  glossary,
  highlights,
  entries,
  lookup,
  imports,
  packs,
  pages,
  addresses,
  deeds,
  safety,
}: Services): Handlers<Browser.runtime.MessageSender> {
  /** The addresses of pages that highlights may stand on; `null` for any. */
  const addressesOf = async (rows: readonly Highlight[]): Promise<string[] | null> => {
    const own = new Set(rows.flatMap(({ document: { address, url } }) => (url ? [address, url] : [address])));
    if (own.size > MANY_DOCUMENTS) return null;
    return [...own, ...(await addresses.leadingTo([...own]))];
  };
  /** Tells open pages, then answers. `rows`: the highlights that were changed, where they are known. */
  const afterChange = async <T>(answer: T, rows?: readonly Highlight[]): Promise<T> => {
    const concerned = rows ? await addressesOf(rows).catch(() => null) : null;
    await notify({ type: 'page:highlights-changed', addresses: concerned });
    return answer;
  };
  const done = async (work: Promise<unknown>, ids?: readonly string[]): Promise<null> => {
    await stored(work);
    return afterChange(null, ids && (await stored(highlights.ofIds(ids))));
  };
  const ofDocument = async (known: readonly string[]) => {
    const resolved = await Promise.all(known.map((address) => addresses.resolve(address)));
    return highlights.ofDocument([...known, ...resolved]);
  };
  return {
    'reader:start': async ({ address, document }, { frameId }) => {
      const current = await readSettingsNow();
      const host = hostOf(address);
      const agency = await glossary.agencyOf(host).catch(() => undefined);
      // Without the database the terms of the bundled pack are still there to be marked.
      const kept = await ofDocument([document, address]).catch(() => undefined);
      return {
        settings: current,
        language: interfaceLanguage(current.language),
        muted: current.mutedHosts.includes(host),
        silenced: silencedOn(await silences(), address),
        ...(agency && { agency }),
        highlights: kept ?? [],
        ...(!kept && { unread: await unreadNow(frameId) }),
      };
    },
    'reader:recognise': ({ text, context, seen }, { url }) =>
      glossary.recognise(text, { host: hostOf(url ?? ''), context, seen: new Set(seen) }),
    'reader:load-script': async ({ script }, { tab, frameId }) => {
      if (tab?.id === undefined) throw new RequestError('denied', 'only a page has scripts run in it');
      await injectScript(tab.id, frameId ?? 0, script);
      return null;
    },
    'card:describe': ({ concepts, onDate }) => glossary.cards(concepts, onDate),
    'highlights:save': async ({ highlight, pageState }) => {
      const page = await namedPage(pageState);
      const row = { ...highlight, ...(page && { page: page.hash }) };
      const saved = await stored(highlights.save(row, page));
      return afterChange(saved, [row, saved]);
    },
    'highlights:change': async ({ id, change }) => {
      const row = found(await stored(highlights.change(id, change, now())));
      return afterChange(row, [row]);
    },
    'highlights:edit': ({ ids, edit, deed }) => done(highlights.edit(ids, edit, now(), deed), ids),
    'highlights:reanchor': async ({ id, to, pageState }) => {
      const page = await namedPage(pageState);
      const target = { ...to, ...(page && { page: page.hash }) };
      const row = found(await stored(highlights.reanchor(id, target, now(), page)));
      return afterChange(row, [row]);
    },
    'highlights:settle': ({ ids, how }) => done(highlights.settle(ids, how, now()), ids),
    'highlights:remove': ({ ids, deed }) => done(highlights.remove(ids, now(), deed), ids),
    'highlights:restore': ({ ids }) => done(highlights.restore(ids, now()), ids),
    'highlights:erase': async ({ ids }) => ({
      erased: await stored(safety.erase({ highlights: ids.length, entries: 0 }, () => highlights.erase(ids))),
    }),
    'highlights:report': async ({ states, pageState }) => {
      const page = await namedPage(pageState);
      const reports = states.map(({ found: words, ...report }) => ({
        ...report,
        ...(words && { found: { ...words, ...(page && { page: page.hash }) } }),
      }));
      await stored(highlights.report(reports, page ? [page] : [], now()));
      return null;
    },
    'highlights:travel': async ({ direction, request }) => {
      const travelled = await stored(highlights.travel(direction, request, now()));
      return afterChange({ done: travelled });
    },
    'deeds:undo': async ({ deed }) => {
      await glossary.prepare().catch(() => {});
      const outcome = await stored(deeds.undo(deed, now()));
      if (outcome === 'done') void glossary.changed().catch(() => {});
      return afterChange({ outcome });
    },
    'highlights:merge-addresses': ({ from, into }) => done(highlights.mergeAddresses(from, into, now())),
    'highlights:list': ({ addresses: known }) => stored(ofDocument(known)),
    'pages:read': ({ hashes }) => stored(pages.read(hashes)),
    'tags:list': () => stored(highlights.tags()),
    'tags:rename': ({ from, to }) => done(highlights.renameTag(from, to, now())),
    'exchange:restored': async () => {
      void glossary.changed().catch(() => {});
      return afterChange(null);
    },
    'backup:make': async () => {
      await stored(safety.backUp());
      return null;
    },
    'backup:dump': async () => ({ text: await stored(safety.dump()) }),
    'backup:accept-loss': async () => {
      await stored(safety.accept());
      return null;
    },
    ...glossaryHandlers({ glossary, entries, lookup, imports, packs, safety }),
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
      await changeSettings(({ mutedHosts }) => {
        const others = mutedHosts.filter((known) => known !== host);
        return { mutedHosts: muted ? [...others, host] : others };
      });
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
      await readAlways(origin, always);
      return null;
    },
    'settings:read': async () => {
      const current = await readSettingsNow();
      return { settings: current, language: interfaceLanguage(current.language) };
    },
    'settings:change': (change) => changeSettings(() => change),
    ...twinHandlers(async (concept) => (await glossary.cards([concept]))[0]),
    'library:open': async ({ hash }) => {
      await openExtensionPage('/library.html', hash);
      return null;
    },
  };
}
