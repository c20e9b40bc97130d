import { z } from 'zod';
import { termLanguageSchema } from '../glossary/language.ts';
import { partialDateSchema } from '../glossary/partial-date.ts';
import {
  highlightChangeSchema,
  highlightEditSchema,
  highlightSchema,
  keptPageSchema,
  pageHashSchema,
  reanchoringSchema,
  stateReportSchema,
} from '../highlights/highlight.ts';
import { cardSchema } from '../initiatives/card-model.ts';
import { MOST_CARDS } from '../initiatives/many-cards.ts';
import { settingsChangeSchema, settingsSchema } from '../settings/settings.ts';
import { silenceSchema } from '../settings/silence.ts';
import { deedSchema, glossaryRequests } from './glossary-requests.ts';
import type { RequestDefinition } from './request-definition.ts';
import { twinRequests } from './twins.ts';

/**
 * The one wire format between contexts. Names read `area:verb`; a request goes from a page or an extension page to
 * the background, which alone owns the database and the term index. Both sides of every message have a schema; the
 * router checks the request on arrival and its own answer before sending, so a content script needs no validator.
 */

const nothing = z.null();

/**
 * The page that selectors were made on, as anchoring encodes it, in Base64. The background reads it before it is kept,
 * and names it itself.
 */
const pageStateSchema = z.base64().optional();

/** A term found in a text: `[start, end)` in UTF-16 units of the text sent, and an index into `matched`. */
export const recognitionSchema = z.strictObject({
  /** Triples start, end, index into `matched`, in ascending order, not overlapping. */
  spans: z.array(z.number().int().nonnegative()),
  matched: z.array(
    z.strictObject({
      /** Concepts this wording may stand for, likeliest first. */
      concepts: z.array(z.string()).min(1),
      term: z.string(),
      lang: termLanguageSchema,
      /** Why the first of several concepts is the likeliest. */
      reason: z.enum(['named-beside', 'named-near', 'page', 'exact-form', 'rank']).optional(),
    }),
  ),
});
export type Recognition = z.infer<typeof recognitionSchema>;

/** How things stand on the page in the active tab, as the popup shows it. */
export const pageStatusSchema = z.strictObject({
  address: z.string(),
  title: z.string(),
  /** Occurrences of terms found so far, and how many different concepts. */
  occurrences: z.number().int(),
  concepts: z.array(
    z.strictObject({
      id: z.string(),
      count: z.number().int(),
      /** The words it stands in first, and their sentence. */
      words: z.string(),
      sentence: z.string(),
    }),
  ),
  highlights: z.number().int(),
  /** Whether the highlights could not be read. */
  unread: z.boolean(),
  /** Ids of the page's highlights in page order, the lost ones last. */
  order: z.array(z.uuid()),
  /** Whether the page is still being read, so that the numbers may grow. */
  isReading: z.boolean(),
  /** Longest stretch of reading without a pause, milliseconds. */
  longestTask: z.number(),
  muted: z.boolean(),
});
export type PageStatus = z.infer<typeof pageStatusSchema>;

/** That a reader is on a page, and whether there is news. It costs the page nothing. */
export const pagePingSchema = z.strictObject({
  address: z.string(),
  title: z.string(),
  isReading: z.boolean(),
  /** Another one whenever the status of the page may be another. */
  version: z.string(),
});
export type PagePing = z.infer<typeof pagePingSchema>;

/** What a page says, for work on its terms: `text` is its blocks joined by U+2029. */
export const pageTextSchema = z.strictObject({ address: z.string(), title: z.string(), text: z.string() });
export type PageText = z.infer<typeof pageTextSchema>;

/** Requests to the background: payload and answer of each. */
export const requests = {
  /** A page begins to be read: what the reader needs to know first. */
  'reader:start': {
    /** `address` as it was opened, `document` as highlights are filed under. */
    payload: z.strictObject({ address: z.string(), document: z.string() }),
    answer: z.strictObject({
      settings: settingsSchema,
      /** Interface language, resolved. */
      language: z.enum(['zh-TW', 'en']),
      muted: z.boolean(),
      /** Wordings that the reader does not want marked on this page. */
      silenced: z.array(z.string()),
      /** Concept id of the body whose site it is. */
      agency: z.string().optional(),
      /** None where they could not be read. */
      highlights: z.array(highlightSchema),
      /** They could not be read: `tell` where nobody was told of it yet since the browser began. */
      unread: z.enum(['tell', 'told']).optional(),
    }),
    pages: true,
  },
  /** Recognises terms. `text` is blocks joined by U+2029. */
  'reader:recognise': {
    payload: z.strictObject({
      text: z.string(),
      /** Title and headings of the page: cues in them count for all of it. */
      context: z.string().max(4000).default(''),
      /** Concepts found earlier on the page: they vouch for abbreviations. */
      seen: z.array(z.string()).max(2000).default([]),
    }),
    answer: recognitionSchema,
    pages: true,
  },
  /** Runs a script that comes on need in the frame that asks. */
  'reader:load-script': {
    payload: z.strictObject({ script: z.enum(['card', 'tools', 'anchoring', 'twin']) }),
    answer: nothing,
    pages: true,
  },
  /**
   * Cards of the given concepts, in the same order; unknown ids are left out. `onDate`: the date of the page, whose
   * names and statuses they then give.
   */
  'card:describe': {
    payload: z.strictObject({
      concepts: z.array(z.string()).max(MOST_CARDS),
      onDate: partialDateSchema.optional(),
    }),
    answer: z.array(cardSchema),
    pages: true,
  },
  /** Stores a highlight; the same id twice is the same highlight. */
  'highlights:save': {
    payload: z.strictObject({ highlight: highlightSchema, pageState: pageStateSchema }),
    answer: highlightSchema,
    pages: true,
    writes: true,
  },
  'highlights:change': {
    payload: z.strictObject({ id: z.uuid(), change: highlightChangeSchema }),
    answer: highlightSchema,
    pages: true,
    writes: true,
  },
  /** Makes the same change to many highlights. */
  'highlights:edit': {
    payload: z.strictObject({ ids: z.array(z.uuid()), edit: highlightEditSchema, deed: deedSchema }),
    answer: nothing,
    writes: true,
  },
  /** Puts a highlight onto other words: extended, shrunk, or found again by hand. */
  'highlights:reanchor': {
    payload: z.strictObject({ id: z.uuid(), to: reanchoringSchema, pageState: pageStateSchema }),
    answer: highlightSchema,
    pages: true,
    writes: true,
  },
  /** Accepts changed wordings, or keeps the old ones as a record. */
  'highlights:settle': {
    payload: z.strictObject({ ids: z.array(z.uuid()), how: z.enum(['accept', 'record']) }),
    answer: nothing,
    pages: true,
    writes: true,
  },
  /** Puts highlights into the bin (or takes them out again: `restore`). */
  'highlights:remove': {
    payload: z.strictObject({ ids: z.array(z.uuid()), deed: deedSchema }),
    answer: nothing,
    pages: true,
    writes: true,
  },
  'highlights:restore': {
    payload: z.strictObject({ ids: z.array(z.uuid()) }),
    answer: nothing,
    pages: true,
    writes: true,
  },
  /** Takes highlights out of the bin for good. */
  'highlights:erase': {
    payload: z.strictObject({ ids: z.array(z.uuid()) }),
    answer: z.strictObject({ erased: z.number().int() }),
    writes: true,
  },
  /** How highlights were found on their page. */
  'highlights:report': {
    payload: z.strictObject({ states: z.array(stateReportSchema), pageState: pageStateSchema }),
    answer: nothing,
    pages: true,
  },
  /** Undoes or redoes what was last done to highlights. `request` is new for every press of the user. */
  'highlights:travel': {
    payload: z.strictObject({ direction: z.enum(['undo', 'redo']), request: z.uuid() }),
    answer: z.strictObject({ done: z.boolean() }),
    writes: true,
  },
  /**
   * Undoes one deed by its name, whatever was done after it to other records. `overtaken`: something newer touched the same
   * ones, so nothing was undone; `gone`: it is no longer known.
   */
  'deeds:undo': {
    payload: z.strictObject({ deed: z.uuid() }),
    answer: z.strictObject({ outcome: z.enum(['done', 'overtaken', 'gone']) }),
    writes: true,
  },
  /** Files what stands under one address under another: both lead to the same document. */
  'highlights:merge-addresses': {
    payload: z.strictObject({ from: z.string().min(1), into: z.string().min(1) }),
    answer: nothing,
    writes: true,
  },
  /** Versions of pages that highlights were made on. */
  'pages:read': {
    payload: z.strictObject({ hashes: z.array(pageHashSchema) }),
    answer: z.array(keptPageSchema),
    pages: true,
  },
  /** Tags in use, and a new name for one of them (empty: taken away). */
  'tags:list': { payload: nothing, answer: z.array(z.string()), pages: true },
  'tags:rename': {
    payload: z.strictObject({ from: z.string().min(1), to: z.string() }),
    answer: nothing,
    writes: true,
  },
  /** Highlights of one document, filed under any of its addresses, that are not in the bin. */
  'highlights:list': {
    payload: z.strictObject({ addresses: z.array(z.string()) }),
    answer: z.array(highlightSchema),
    pages: true,
  },
  /** The library wrote what a file held: pages, index and backups are to follow. */
  'exchange:restored': { payload: nothing, answer: nothing, writes: true },
  /** Makes a backup now. */
  'backup:make': { payload: nothing, answer: nothing },
  /** Everything as an exchange file, past the store of backups: for when that is full. */
  'backup:dump': { payload: nothing, answer: z.strictObject({ text: z.string() }) },
  /** Records are fewer than they were, and the reader says that this is as it should be. */
  'backup:accept-loss': { payload: nothing, answer: nothing },
  ...glossaryRequests,
  /** No longer marks a wording on a page, on its site or anywhere; the answer is the wish as stored. */
  'terms:silence': {
    payload: z.strictObject({
      id: z.uuid(),
      term: z.string().min(1),
      scope: silenceSchema.shape.scope,
      address: z.string(),
    }),
    answer: silenceSchema,
    pages: true,
  },
  /** Takes such a wish back. */
  'terms:unsilence': { payload: z.strictObject({ id: z.uuid() }), answer: nothing, pages: true },
  'terms:silences': { payload: nothing, answer: z.array(silenceSchema) },
  /** Switches recognition on a host off or on. */
  'site:mute': { payload: z.strictObject({ host: z.string(), muted: z.boolean() }), answer: nothing },
  /** Reads the active tab now (the click on the toolbar granted it). */
  'site:read-tab': { payload: z.strictObject({ tabId: z.number().int() }), answer: nothing },
  /** Registers or removes the reader for an origin the user granted. */
  'site:always': { payload: z.strictObject({ origin: z.string(), always: z.boolean() }), answer: nothing },
  'settings:read': {
    payload: nothing,
    answer: z.strictObject({ settings: settingsSchema, language: z.enum(['zh-TW', 'en']) }),
  },
  'settings:change': { payload: settingsChangeSchema, answer: settingsSchema },
  ...twinRequests,
  /** Opens the library at a place, such as `#/initiatives/tw.ten-ai-initiatives`, in a tab that shows it already or a new one. */
  'library:open': {
    payload: z.strictObject({ hash: z.string().startsWith('#/') }),
    answer: nothing,
    pages: true,
  },
} as const satisfies Readonly<Record<string, RequestDefinition>>;

export type RequestName = keyof typeof requests;

const definitions: Readonly<Record<RequestName, RequestDefinition>> = requests;

/** Whether a message names a request of ours. */
export function isRequestName(type: unknown): type is RequestName {
  return typeof type === 'string' && Object.hasOwn(requests, type);
}

/** Whether scripts in pages may ask it. */
export function isForPages(type: RequestName): boolean {
  return definitions[type].pages ?? false;
}

/** Whether a message changes what is to be kept safe. */
export function changesRecords(message: unknown): boolean {
  const { type } = (message ?? {}) as { type?: unknown };
  return isRequestName(type) && (definitions[type].writes ?? false);
}
export type Payload<N extends RequestName> = z.input<(typeof requests)[N]['payload']>;
export type Received<N extends RequestName> = z.output<(typeof requests)[N]['payload']>;
export type Answer<N extends RequestName> = z.output<(typeof requests)[N]['answer']>;

/** Notices from the background to the reader on a page. */
export const pageNoticeSchema = z.discriminatedUnion('type', [
  /** Highlights changed; those of the given addresses are to be read again (`null`: any). */
  z.strictObject({ type: z.literal('page:highlights-changed'), addresses: z.array(z.string()).nullable() }),
  /** Other terms are recognised than before. */
  z.strictObject({ type: z.literal('page:glossary-changed') }),
  z.strictObject({
    type: z.literal('page:settings-changed'),
    settings: settingsSchema,
    language: z.enum(['zh-TW', 'en']),
  }),
  /** The user asked for something by context menu or keyboard command. */
  z.strictObject({
    type: z.literal('page:command'),
    command: z.enum([
      'highlight-selection',
      'collect-term',
      'next-term',
      'previous-term',
      'open-card',
      'list-terms',
    ]),
  }),
  /** Asked by whoever wants to know whether there is a reader, and by the panel again and again; answered with a page ping. */
  z.strictObject({ type: z.literal('page:ping') }),
  /** Asked by popup and panel; answered with a page status. The page needs its tools for it. */
  z.strictObject({ type: z.literal('page:status') }),
  /** Asked by panel and library for work on terms; answered with the text of the page. */
  z.strictObject({ type: z.literal('page:text') }),
  /** Goes to the next place of a concept on the page and flashes it. */
  z.strictObject({ type: z.literal('page:show-term'), concept: z.string() }),
  /** Says where the reader was brought in the other language. */
  z.strictObject({
    type: z.literal('page:say'),
    text: z.enum(['beside.atArticle', 'beside.atSection', 'beside.noPlace']),
    values: z.record(z.string(), z.string()),
  }),
  /** Selects the passage that is most like a lost highlight. */
  z.strictObject({ type: z.literal('page:search-highlight'), id: z.uuid() }),
  /** Scrolls to a highlight and flashes it. */
  z.strictObject({ type: z.literal('page:show-highlight'), id: z.uuid() }),
]);
export type PageNotice = z.infer<typeof pageNoticeSchema>;

/** Why a request failed, for the one who asked. `message` is for the log, never shown as it is. */
export const failureSchema = z.strictObject({
  code: z.enum(['bad-request', 'bad-answer', 'not-found', 'storage', 'denied', 'internal']),
  message: z.string(),
});
export type Failure = z.infer<typeof failureSchema>;

/** What crosses the wire as an answer: `Error` objects do not survive it. */
export type Reply = { ok: true; value: unknown } | { ok: false; error: Failure };
