import { browser } from 'wxt/browser';
import { documentAddress } from '../../src/highlights/document-address.ts';
import { createClient } from '../../src/messages/client.ts';
import type { Answer, PageNotice, PagePing, PageStatus, Recognition } from '../../src/messages/protocol.ts';
import { watchAddress } from '../../src/page/address.ts';
import { readBlocks } from '../../src/page/blocks.ts';
import { watchBody } from '../../src/page/replaced-body.ts';
import { lazily, type ScriptLoader } from '../../src/reader/lazy-script.ts';
import { createLazySurface } from '../../src/reader/lazy-surface.ts';
import { removeLeftovers } from '../../src/reader/leftovers.ts';
import type { PageTools } from '../../src/reader/page-tools.ts';
import type { EncodedPage, ReaderPorts } from '../../src/reader/ports.ts';
import { Reader } from '../../src/reader/reader.ts';
import { fromBase64, toBase64 } from '../../src/text/base64.ts';
import shadowStyles from './style.css?inline';

const request = createClient((message) => browser.runtime.sendMessage(message));

/** Address of the page as it was opened, and of the document, under which its highlights are filed. */
interface Place {
  readonly url: string;
  readonly document: string;
}

function placeOfPage(): Place {
  const canonical = document.querySelector('link[rel="canonical" i]')?.getAttribute('href');
  const ogUrl = document.querySelector('meta[property="og:url" i]')?.getAttribute('content');
  return {
    url: location.href.split('#')[0]!,
    document: documentAddress(location.href, { canonical, ogUrl }),
  };
}

function pageStateOf(page: EncodedPage | undefined): { pageState?: string } {
  return page ? { pageState: toBase64(page) } : {};
}

/** What was found, without the wordings that the reader does not want marked here. */
function without(silenced: ReadonlySet<string>, found: Recognition): Recognition {
  if (silenced.size === 0) return found;
  const spans = found.spans.filter((_, at) => {
    const term = found.matched[found.spans[at - (at % 3) + 2]!]!.term;
    return !silenced.has(term);
  });
  return { spans, matched: found.matched };
}

function portsFor({ url, document }: Place, silenced: ReadonlySet<string>): ReaderPorts {
  return {
    recognise: async (text, context, seen) =>
      without(silenced, await request('reader:recognise', { text, context, seen: [...seen] })),
    describe: (concepts, onDate) =>
      request('card:describe', { concepts: [...concepts], ...(onDate && { onDate }) }),
    listHighlights: () => request('highlights:list', { addresses: [document, url] }),
    readPages: async (hashes) =>
      (await request('pages:read', { hashes: [...hashes] })).map(({ hash, state }) => ({
        hash,
        state: fromBase64(state),
      })),
    saveHighlight: (highlight, page) => request('highlights:save', { highlight, ...pageStateOf(page) }),
    changeHighlight: (id, change) => request('highlights:change', { id, change }),
    reanchorHighlight: (id, to, page) => request('highlights:reanchor', { id, to, ...pageStateOf(page) }),
    settleHighlight: async (id, how) => void (await request('highlights:settle', { ids: [id], how })),
    listTags: () => request('tags:list', null),
    removeHighlight: async (id) => void (await request('highlights:remove', { ids: [id] })),
    restoreHighlight: async (id) => void (await request('highlights:restore', { ids: [id] })),
    reportStates: async (states, page) =>
      void (await request('highlights:report', { states: [...states], ...pageStateOf(page) })),
    collect: (entry) => request('entries:collect', entry),
    putEntry: (entry) => request('entries:put', entry),
    removeEntry: async (id) => void (await request('entries:remove', { ids: [id] })),
    alike: (zh, en) => request('entries:alike', { zh, en }),
    silence: async (id, term, scope) =>
      void (await request('terms:silence', { id, term, scope, address: url })),
    unsilence: async (id) => void (await request('terms:unsilence', { id })),
    openLibrary: async (hash) => void (await request('library:open', { hash })),
  };
}

function createReader(place: Place, start: Answer<'reader:start'>, signal: AbortSignal): Reader {
  const { settings, language, agency, highlights } = start;
  const load: ScriptLoader = async (script) => void (await request('reader:load-script', { script }));
  const surface = createLazySurface(lazily('card', load), { ...settings, language, signal });
  return new Reader({
    ports: portsFor(place, new Set(start.silenced)),
    surface,
    tools: lazily('tools', load),
    anchoring: lazily('anchoring', load),
    root: document.body,
    page: { address: place.document, url: place.url, title: document.title, ...(agency && { agency }) },
    settings,
    highlights,
    ...(import.meta.env.FIREFOX && { shadowStyles }),
    signal,
  });
}

/** Does what only the tools of the page can. */
function use(reader: Reader, work: (tools: PageTools) => void): void {
  // Where they did not come nothing is done: the user asks again.
  void reader
    .tools()
    .then(work)
    .catch(() => {});
}

type Command = Extract<PageNotice, { type: 'page:command' }>['command'];

/** What the commands of menu and keyboard do. */
const COMMANDS: Record<Command, (tools: PageTools) => void> = {
  'highlight-selection': (tools) => tools.highlightSelection(),
  'collect-term': (tools) => tools.collect(),
  'next-term': ({ walk }) => walk.step(1),
  'previous-term': ({ walk }) => walk.step(-1),
  'open-card': ({ walk }) => walk.openCurrent(),
  'list-terms': ({ walk }) => walk.list(),
};

function obey(reader: Reader, notice: PageNotice, restart: () => void): void {
  switch (notice.type) {
    case 'page:highlights-changed':
      if (!notice.addresses || reader.isAt(notice.addresses)) void reader.refreshHighlights().catch(() => {});
      return;
    case 'page:settings-changed':
      restart();
      return;
    case 'page:glossary-changed':
      void reader.refreshTerms().catch(() => {});
      return;
    case 'page:show-term':
      use(reader, ({ walk }) => walk.show(notice.concept));
      return;
    case 'page:say':
      reader.say(notice);
      return;
    case 'page:show-highlight':
      use(reader, (tools) => tools.showHighlight(notice.id));
      return;
    case 'page:search-highlight':
      use(reader, (tools) => tools.searchHighlight(notice.id));
      return;
    case 'page:command':
      // A command goes to every frame; the one that the user is in obeys.
      if (document.hasFocus()) use(reader, COMMANDS[notice.command]);
      return;
    case 'page:ping':
    case 'page:status':
    case 'page:text':
      return;
  }
}

/** What a reader goes by, besides the page: with the same rules it would be the same reader. */
function rulesOf({ highlights: _, ...rules }: Answer<'reader:start'>): string {
  return JSON.stringify(rules);
}

/** Starts the reader on this page and starts it anew whenever the settings change. Ends with `signal`. */
export async function startReader(signal: AbortSignal): Promise<void> {
  if (!(document.body instanceof HTMLElement)) return;
  removeLeftovers();
  let place = placeOfPage();
  let reader: Reader | undefined;
  let muted = false;
  let unread = false;
  /** From the question how to begin until the page was read once. */
  let isStarting = false;
  let starts = 0;
  let running = new AbortController();
  let rules = '';
  const askStart = () => request('reader:start', { address: place.url, document: place.document });

  const run = async () => {
    running.abort();
    running = new AbortController();
    const mine = running;
    place = placeOfPage();
    // The one that was has ended: should the next not come about, a later notice or visit starts it.
    reader = undefined;
    rules = '';
    isStarting = true;
    starts++;
    try {
      const start = await askStart();
      // An answer that was overtaken by a later start is of the past.
      if (mine.signal.aborted || signal.aborted) return;
      muted = start.muted;
      unread = start.unread !== undefined;
      rules = rulesOf(start);
      if (muted) return;
      reader = createReader(place, start, AbortSignal.any([mine.signal, signal]));
      if (start.unread === 'tell') reader.say({ text: 'notice.unread' });
      await reader.start();
    } finally {
      if (mine === running) isStarting = false;
    }
  };

  /** What fails now is made up for at the next notice or visit. */
  const restart = () => void run().catch(() => {});

  const isReading = () => isStarting || (reader?.isReading ?? false);

  const ping = (): PagePing => ({
    address: place.url,
    title: document.title,
    isReading: isReading(),
    version: `${starts} ${reader?.version}`,
  });

  const status = async (): Promise<PageStatus> => {
    const findings = await (await reader?.tools())?.findings();
    return {
      address: place.url,
      title: document.title,
      occurrences: findings?.occurrences ?? 0,
      concepts: [...(findings?.concepts ?? [])].map(([id, found]) => ({ id, ...found })),
      highlights: findings?.highlights ?? 0,
      unread,
      order: [...(findings?.order ?? [])],
      isReading: isReading(),
      longestTask: reader?.longestTask ?? 0,
      muted,
    };
  };

  const onMessage = (message: unknown, sender: { id?: string }, respond: (answer: unknown) => void) => {
    if (sender.id !== browser.runtime.id) return undefined;
    const notice = message as PageNotice;
    if (notice.type === 'page:ping') {
      respond(ping());
      return undefined;
    }
    if (notice.type === 'page:status') {
      void status().then(respond, () => respond(null));
      return true;
    }
    if (notice.type === 'page:text') {
      const text = [...readBlocks(document.body)].map((block) => block.text).join('\u2029');
      respond({ address: place.url, title: document.title, text });
      return undefined;
    }
    if (notice.type === 'page:settings-changed' && !reader) restart();
    else if (reader) obey(reader, notice, restart);
    return undefined;
  };
  browser.runtime.onMessage.addListener(onMessage);
  // After an update the API of the extension that this reader belonged to is gone, and its listeners with it.
  signal.addEventListener('abort', () => browser.runtime?.onMessage.removeListener(onMessage));
  // A page in the browser's memory hears no notice: what was changed while it was there is asked for.
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted)
        void askStart()
          .then((start) => (rulesOf(start) === rules ? undefined : run()))
          .catch(() => {});
    },
    { signal },
  );
  // An application that swaps its pages without loading them: each has its own highlights.
  watchAddress(() => {
    if (placeOfPage().document !== place.document) restart();
  }, signal);
  watchBody(restart, signal);
  await run();
}
