import type { GlossaryEntry } from '../glossary/entry.ts';
import { conceptOfEntry, entryOfConceptId } from '../glossary/entry-concept.ts';
import { wordingsOf } from '../glossary/entry-wording.ts';
import { MY_PACK } from '../glossary/pack-ids.ts';
import type { PackRecord } from '../glossary/pack-record.ts';
import type { Card, Wording } from './card-model.ts';
import { preferredWording } from './preferred-wording.ts';

/** Sentences that a card shows; the library shows all. */
const MOST_CONTEXTS = 2;

function wordingsIn(entry: GlossaryEntry, side: 'zh' | 'en'): Wording[] {
  return wordingsOf(entry, side).map(({ text, lang, form, status, source, usage, from, to }) => ({
    text,
    lang,
    form,
    status,
    ...(source && { source }),
    ...(usage && { usage: { 'zh-Hant': usage, en: usage } }),
    ...(from && { from }),
    ...(to && { to }),
  }));
}

/** The card of an entry of the store. `packs`: those in use, among which is its own. */
export function cardOfEntry(entry: GlossaryEntry, packs: readonly PackRecord[]): Card {
  const pack = packs.find(({ id }) => id === entry.pack);
  const { definition, note, contexts } = entry;
  return {
    id: conceptOfEntry(entry.id),
    kind: entry.kind ?? 'concept',
    jurisdiction: 'INT',
    zh: wordingsIn(entry, 'zh'),
    en: wordingsIn(entry, 'en'),
    definition: { 'zh-Hant': definition.zh, en: definition.en },
    ...((note.zh || note.en) && { note: { 'zh-Hant': note.zh, en: note.en } }),
    pack: { id: entry.pack, title: pack?.title ?? '', edition: pack?.edition ?? '' },
    ...(entry.source && { source: entry.source }),
    ...(contexts.length > 0 && {
      contexts: contexts
        .slice(0, MOST_CONTEXTS)
        .map(({ sentence, title, address }) => ({ sentence, title, address })),
    }),
    places: [],
    related: [],
    hidden: 0,
    edition: pack?.edition ?? '',
  };
}

/** The card of a concept with what the reader's own entry of it says beside. `collected`: entries made from concepts. */
export function withOwnWords(card: Card, collected: readonly GlossaryEntry[]): Card {
  const own = collected.find(
    ({ concept, pack, deletedAt }) => concept === card.id && pack === MY_PACK && !deletedAt,
  );
  if (!own) return card;
  const known = new Set([...card.zh, ...card.en].map(({ text }) => text));
  const others = (side: 'zh' | 'en') =>
    wordingsOf(own, side).flatMap(({ text }) => (known.has(text) ? [] : [text]));
  const yours = {
    zh: others('zh'),
    en: others('en'),
    note: [own.note.zh, own.note.en].filter(Boolean).join('\n'),
  };
  const ownCard = { ...card, collected: own.id };
  return yours.zh.length + yours.en.length > 0 || yours.note ? { ...ownCard, yours } : ownCard;
}

/** The words that collecting from a card takes: what it offers first on either side. */
export function collectedWords(card: Card): Pick<Wording, 'lang' | 'text'>[] {
  return (['zh', 'en'] as const).flatMap((side) => preferredWording(card, side) ?? []);
}

/** The card as one that is collected already: an entry of the reader's own is itself, others by an entry of the same words. */
export function withCollected(card: Card, sameWords: string | undefined): Card {
  const own = card.pack?.id === MY_PACK ? entryOfConceptId(card.id) : undefined;
  const collected = card.collected ?? own ?? sameWords;
  return collected ? { ...card, collected } : card;
}
