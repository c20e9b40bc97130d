import type { Browser } from 'wxt/browser';
import { z } from 'zod';
import { documentAddress } from '../../src/highlights/document-address.ts';
import type { Card } from '../../src/initiatives/card-model.ts';
import type { Answer, PageNotice, Received, RequestName } from '../../src/messages/protocol.ts';
import { type Handlers, RequestError } from '../../src/messages/router.ts';
import {
  type TwinAsk,
  type TwinFound,
  type TwinPlace,
  twinFoundSchema,
  twinPlaceSchema,
  type twinRequests,
  twinTextSchema,
} from '../../src/messages/twins.ts';
import { sessionStore } from '../../src/platform/local-store.ts';
import { notifyTab } from '../../src/platform/tabs.ts';
import {
  askTwinScript,
  openInTab,
  openNextTo,
  openOnRight,
  readableTabs,
  type SeenTab,
  showTab,
} from '../../src/platform/twin-tabs.ts';
import { foldToKey } from '../../src/text/fold.ts';
import { siteOf } from '../../src/twins/address-language.ts';
import { counterpartOf } from '../../src/twins/counterpart.ts';
import { otherThan } from '../../src/twins/page-language.ts';

type Place = NonNullable<TwinPlace['place']>;

const seenTabSchema = z.object({ id: z.number(), url: z.string() }) satisfies z.ZodType<SeenTab>;

/** A tab that was sent to a twin and has not arrived. */
const arrivalSchema = z.object({
  id: z.string(),
  /** Absent until the browser has given it a number: its reader may be quicker. */
  tabId: z.number().optional(),
  from: seenTabSchema,
  to: z.string(),
  place: twinPlaceSchema.shape.place,
  /** When it was sent, ms since the epoch. */
  at: z.number(),
});
type Arrival = z.infer<typeof arrivalSchema>;

/** Two tabs that show the same page in two languages, as far as they still show these addresses. */
const pairSchema = z.object({ tabs: z.tuple([seenTabSchema, seenTabSchema]) });

/** Pairs and arrivals that are remembered at most. */
const MOST = 50;

/** How long a tab may take to arrive, ms: later it was led elsewhere. */
const LONGEST_WAY = 60_000;

/** Pages of the same site that are asked whether the page is their twin, at most. */
const MOST_ASKED = 6;

const KEY = 'twins';

const memorySchema = z
  .object({
    arrivals: z.array(arrivalSchema),
    pairs: z.array(pairSchema),
    /** Ids of what was asked for. */
    asked: z.array(z.string()),
  })
  .catch({ arrivals: [], pairs: [], asked: [] });
type Memory = z.infer<typeof memorySchema>;

async function remembered(): Promise<Memory> {
  return memorySchema.parse(await sessionStore.read(KEY));
}

let lastChange: Promise<unknown> = Promise.resolve();

/** Changes what is remembered, one change after the other. */
function remember(change: (memory: Memory) => Memory): Promise<void> {
  const changed = lastChange.then(async () => {
    const { arrivals, pairs, asked } = change(await remembered());
    const memory: Memory = {
      arrivals: arrivals.slice(-MOST),
      pairs: pairs.slice(-MOST),
      asked: asked.slice(-MOST),
    };
    await sessionStore.write({ [KEY]: memory });
  });
  lastChange = changed.catch(() => {});
  return changed;
}

const isSame = (a: string, b: string) => documentAddress(a) === documentAddress(b);

async function findIn(tabId: number): Promise<TwinFound> {
  const ask: TwinAsk = { type: 'twin-page:find' };
  return twinFoundSchema.parse(await askTwinScript(tabId, ask));
}

async function placeIn(tabId: number): Promise<Place | undefined> {
  const ask: TwinAsk = { type: 'twin-page:place' };
  return twinPlaceSchema.parse(await askTwinScript(tabId, ask)).place;
}

/** The tab that was opened as the twin of a page, or that it was opened from. */
async function notedBeside(page: SeenTab, others: readonly SeenTab[]): Promise<SeenTab | undefined> {
  const { pairs } = await remembered();
  for (const { tabs } of pairs.toReversed()) {
    const mine = tabs.find(({ id, url }) => id === page.id && isSame(url, page.url));
    const twin = tabs.find((tab) => tab !== mine);
    const open = mine && others.find(({ id, url }) => id === twin?.id && isSame(url, twin.url));
    if (open) return open;
  }
  return undefined;
}

/** The tab whose page says that the page is its twin. */
async function claimedBeside(page: SeenTab, others: readonly SeenTab[]): Promise<SeenTab | undefined> {
  const site = siteOf(new URL(page.url));
  const asked = others.filter(({ url }) => siteOf(new URL(url)) === site).slice(0, MOST_ASKED);
  for (const other of asked) {
    const { found } = await findIn(other.id).catch((): TwinFound => ({}));
    if (found && found.how !== 'home' && isSame(found.address, page.url)) return other;
  }
  return undefined;
}

/** The open tab with the twin of a page. Nothing is asked of the page when no other page is open. */
async function besideOf(tabId: number, asked?: TwinFound): Promise<SeenTab | undefined> {
  const tabs = await readableTabs();
  const page = tabs.find(({ id }) => id === tabId);
  const others = tabs.filter(({ id, url }) => page && id !== tabId && !isSame(url, page.url));
  if (!page || others.length === 0) return undefined;
  const noted = await notedBeside(page, others);
  if (noted) return noted;
  const { found } = asked ?? (await findIn(tabId));
  if (found && found.how !== 'home') return others.find(({ url }) => isSame(url, found.address));
  return claimedBeside(page, others);
}

function told(place: Place, isThere: boolean): PageNotice {
  if (!isThere) return { type: 'page:say', text: 'beside.noPlace', values: {} };
  if (place.kind === 'article') {
    return { type: 'page:say', text: 'beside.atArticle', values: { article: place.number } };
  }
  const values = { at: String(place.at + 1), of: String(place.levels.length) };
  return { type: 'page:say', text: 'beside.atSection', values };
}

/** Goes to the place in a page that is there, and says whether it was found. */
async function arriveAt(tabId: number, place: Place | undefined): Promise<void> {
  if (!place) return;
  const ask: TwinAsk = { type: 'twin-page:arrive', place };
  const isThere = z.boolean().parse(await askTwinScript(tabId, ask));
  await notifyTab(tabId, told(place, isThere), 0);
}

const OPENERS = { here: openInTab, beside: openNextTo, windows: openOnRight } as const;

async function open({ id, tabId, where }: Received<'twin:open'>): Promise<null> {
  const asked = await findIn(tabId);
  const page = (await readableTabs()).find(({ id }) => id === tabId);
  if (!asked.found || !page) throw new RequestError('not-found', 'no twin is known');
  const { address, how } = asked.found;
  // A home page has other parts than the page one comes from.
  const place = how === 'home' ? undefined : await placeIn(tabId);
  const already = where === 'here' ? undefined : await besideOf(tabId, asked);
  if (already) {
    await showTab(already.id);
    await arriveAt(already.id, place);
    return null;
  }
  const arrival: Arrival = {
    id,
    ...(where === 'here' && { tabId }),
    from: page,
    to: address,
    ...(place && { place }),
    at: Date.now(),
  };
  let isNew = false;
  await remember((memory) => {
    isNew = !memory.asked.includes(id);
    return isNew
      ? { ...memory, arrivals: [...memory.arrivals, arrival], asked: [...memory.asked, id] }
      : memory;
  });
  // The answer to the same question was lost: its tab is there.
  if (!isNew) return null;
  const opened = await OPENERS[where](tabId, address);
  await remember((memory) => ({
    ...memory,
    arrivals: memory.arrivals.map((known) =>
      known.id === arrival.id && opened !== undefined ? { ...known, tabId: opened } : known,
    ),
  }));
  return null;
}

/** A reader has started: when its tab was sent there for the twin, it is brought to the place. */
async function started({ id, url }: SeenTab): Promise<void> {
  const { arrivals } = await remembered();
  const arrival = arrivals.findLast(
    ({ tabId, from, to, at }) =>
      (tabId === undefined ? isSame(to, url) : tabId === id && !isSame(from.url, url)) &&
      Date.now() - at < LONGEST_WAY,
  );
  if (!arrival) return;
  await remember((memory) => ({
    ...memory,
    arrivals: memory.arrivals.filter((known) => known.id !== arrival.id),
    pairs: arrival.from.id === id ? memory.pairs : [...memory.pairs, { tabs: [arrival.from, { id, url }] }],
  }));
  await arriveAt(id, arrival.place);
}

/** Whether a text has a wording in it: Latin wordings as whole words, with an ending of the plural. */
function holds(text: string, wording: string): boolean {
  const key = foldToKey(wording);
  if (key === '') return false;
  const folded = foldToKey(text);
  if (/\p{Script=Han}/u.test(key)) return folded.includes(key);
  const escaped = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?:e?s)?(?![\\p{L}\\p{N}])`, 'u').test(folded);
}

async function sentence(
  tabId: number,
  { place }: Received<'twin:sentence'>,
  card: Card | undefined,
): Promise<Answer<'twin:sentence'>> {
  const beside = await besideOf(tabId);
  if (!beside || !card || !place.language) return null;
  const { kind, number, language, date } = place;
  const ask: TwinAsk = { type: 'twin-page:text', kind, ...(number && { number }) };
  const twin = twinTextSchema.parse(await askTwinScript(beside.id, ask));
  if (twin.language !== otherThan(language)) return null;
  const found = counterpartOf({
    place,
    from: language,
    other: twin.paragraphs,
    to: twin.language,
    wordings: { zh: card.zh.map(({ text }) => text), en: card.en.map(({ text }) => text) },
    holds,
  });
  if (!found) return null;
  return {
    ...found,
    language: twin.language,
    ...(number && { article: number }),
    ...(date && { here: date }),
    ...(twin.date && { there: twin.date }),
  };
}

/** A message was answered: when it was a page that begins to be read, it may be one that was waited for. */
export async function heardByTwins(
  message: unknown,
  { tab, url, frameId }: Browser.runtime.MessageSender,
): Promise<void> {
  const { type } = (message ?? {}) as { type?: unknown };
  if (type !== ('reader:start' satisfies RequestName) || frameId !== 0) return;
  if (tab?.id !== undefined && url) await started({ id: tab.id, url });
}

/** What cannot be read as a failure of its own, so that a surface can say so. */
async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RequestError) throw error;
    throw new RequestError('denied', 'the browser lets no extension read this page', { cause: error });
  }
}

async function find({ tabId }: Received<'twin:find'>): Promise<Answer<'twin:find'>> {
  const asked = await findIn(tabId);
  const { language, found } = asked;
  const isOpen = (await besideOf(tabId, asked).catch(() => undefined)) !== undefined;
  return { ...(language && { language }), ...(found && { found }), isOpen };
}

/** What the background answers for pages and their twins in the other language. `cardOf` gives a card of the glossary. */
export function twinHandlers(
  cardOf: (concept: string) => Promise<Card | undefined>,
): Pick<Handlers<Browser.runtime.MessageSender>, keyof typeof twinRequests> {
  return {
    'twin:find': (asked) => readable(find(asked)),
    'twin:open': (wish) => readable(open(wish)),
    'twin:beside': async (_, { tab, frameId }) => ({
      isOpen: tab?.id !== undefined && frameId === 0 && (await besideOf(tab.id)) !== undefined,
    }),
    'twin:sentence': async (asked, { tab }) =>
      tab?.id === undefined ? null : sentence(tab.id, asked, await cardOf(asked.concept)),
  };
}
