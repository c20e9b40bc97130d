import { agencyOfHost } from '../../src/glossary/agency.ts';
import type { Concept } from '../../src/glossary/concept.ts';
import type { GlossaryEntry } from '../../src/glossary/entry.ts';
import { entryOfConceptId } from '../../src/glossary/entry-concept.ts';
import { termKey, wordingKey } from '../../src/glossary/entry-keys.ts';
import { wordingOf, wordingsOf } from '../../src/glossary/entry-wording.ts';
import type { Pack } from '../../src/glossary/pack.ts';
import { BUNDLED_PACK } from '../../src/glossary/pack-ids.ts';
import { preferredTerm } from '../../src/glossary/preferred-term.ts';
import { cardOf } from '../../src/initiatives/card.ts';
import type { Card } from '../../src/initiatives/card-model.ts';
import {
  cardOfEntry,
  collectedWords,
  withCollected,
  withOwnWords,
} from '../../src/initiatives/entry-card.ts';
import { buildGraph } from '../../src/initiatives/graph.ts';
import { type RecognisedText, recogniseText } from '../../src/matching/recognised-text.ts';
import type { AlikeEntry } from '../../src/messages/glossary-requests.ts';
import type { EntryRepository } from '../../src/storage/entry-repository.ts';
import type { GlossaryIndex, IndexState } from '../../src/storage/glossary-index.ts';
import type { PackRepository } from '../../src/storage/pack-repository.ts';

/** The glossary as the background serves it: recognition, cards, and whose site a host is. */
export interface Glossary {
  /** `host`: whose page it is decides between homonyms. */
  recognise(
    text: string,
    page: { host: string; context: string; seen: ReadonlySet<string> },
  ): Promise<RecognisedText>;
  cards(ids: readonly string[], onDate?: string): Promise<Card[]>;
  /** Concept id of the body that has the host among its domains. */
  agencyOf(host: string): Promise<string | undefined>;
  /** Entries with the same words, those of the bundled pack among them, as a wire has them. */
  alike(
    words: { readonly zh: string; readonly en: string },
    sameZh: readonly GlossaryEntry[],
    sameEn: readonly GlossaryEntry[],
  ): Promise<{ sameZh: AlikeEntry[]; sameEn: AlikeEntry[] }>;
  /** Has the index at hand, so that a change that follows can be told. */
  prepare(): Promise<void>;
  /** Packs or entries are others than before. Resolves when what is recognised has followed. */
  changed(tell?: 'all' | 'words'): Promise<void>;
  state(): Promise<IndexState>;
}

function alikeOfConcept(concept: Concept, pack: Pack): AlikeEntry {
  const texts = (side: 'zh' | 'en') =>
    concept.terms
      .filter(({ lang, generated }) => !generated && (lang === 'en') === (side === 'en'))
      .map(({ text }) => text);
  return {
    id: concept.id,
    pack: BUNDLED_PACK,
    packTitle: pack.title['zh-Hant'],
    zh: texts('zh'),
    en: texts('en'),
    status: preferredTerm(concept, 'en').status,
  };
}

function alikeOfEntry(entry: GlossaryEntry, titles: ReadonlyMap<string, string>): AlikeEntry {
  const texts = (side: 'zh' | 'en') => wordingsOf(entry, side).map(({ text }) => text);
  return {
    id: `entry:${entry.id}`,
    pack: entry.pack,
    packTitle: titles.get(entry.pack) ?? '',
    zh: texts('zh'),
    en: texts('en'),
    status: (wordingOf(entry, 'en') ?? wordingOf(entry, 'zh'))?.status ?? 'proposed',
  };
}

/** What the glossary works with. */
export interface GlossaryServices {
  readonly index: GlossaryIndex;
  readonly bundled: () => Promise<Pack>;
  readonly packs: Pick<PackRepository, 'list'>;
  readonly entries: Pick<EntryRepository, 'getMany' | 'collectedFrom' | 'withWords'>;
}

/** A value made at the first use and kept while the worker lives; one that could not be made is tried again. */
export function onceMade<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

/** The glossary over the bundled pack, the index of all packs, and the store. */
export function createGlossary({ index, bundled, packs, entries }: GlossaryServices): Glossary {
  const graphOf = onceMade(async () => buildGraph(await bundled()));
  // Asked for at every pause of one who writes.
  const conceptsByKey = onceMade(async () => {
    const byKey = new Map<string, Concept[]>();
    for (const concept of (await bundled()).concepts)
      for (const key of new Set(concept.terms.map(termKey))) {
        const others = byKey.get(key);
        if (others) others.push(concept);
        else byKey.set(key, [concept]);
      }
    return byKey;
  });
  return {
    async recognise(text, { host, context, seen }) {
      const [current, pack] = await Promise.all([index.current(), bundled()]);
      const jurisdiction = agencyOfHost(pack.concepts, host)?.jurisdiction;
      return recogniseText(current.index, current.terms, text, {
        context,
        seen,
        ...(jurisdiction && { jurisdiction }),
      });
    },
    async cards(ids, onDate) {
      const graph = await graphOf();
      const asked = ids.flatMap((id) => entryOfConceptId(id) ?? []);
      const [stored, inUse, collected] = await Promise.all([
        asked.length > 0 ? entries.getMany(asked) : [],
        packs.list().catch(() => []),
        entries.collectedFrom(ids).catch(() => []),
      ]);
      const cards = ids.flatMap((id): Card[] => {
        const uuid = entryOfConceptId(id);
        if (uuid !== undefined) {
          const entry = stored.find((known) => known.id === uuid);
          return entry ? [cardOfEntry(entry, inUse)] : [];
        }
        const card = cardOf(graph, id, onDate);
        return card ? [withOwnWords(card, collected)] : [];
      });
      const same = await entries.withWords(cards.map(collectedWords)).catch(() => []);
      return cards.map((card, index) => withCollected(card, same[index]));
    },
    async agencyOf(host) {
      const pack = await bundled();
      return agencyOfHost(pack.concepts, host)?.id;
    },
    async alike({ zh, en }, sameZh, sameEn) {
      const [pack, byKey, inUse] = await Promise.all([bundled(), conceptsByKey(), packs.list()]);
      const titles = new Map(inUse.map(({ id, title }) => [id, title]));
      const placeOf = ({ pack: id }: AlikeEntry) => inUse.findIndex((known) => known.id === id);
      const named = (side: 'zh' | 'en', text: string) => {
        const key = wordingKey(side, text);
        return key.length < 2 ? [] : (byKey.get(key) ?? []);
      };
      const all = (entries: readonly GlossaryEntry[], concepts: readonly Concept[]) =>
        [
          ...concepts.map((concept) => alikeOfConcept(concept, pack)),
          ...entries.map((entry) => alikeOfEntry(entry, titles)),
        ].sort((a, b) => placeOf(a) - placeOf(b));
      return { sameZh: all(sameZh, named('zh', zh)), sameEn: all(sameEn, named('en', en)) };
    },
    prepare: async () => {
      await index.current();
    },
    changed: index.changed,
    state: index.state,
  };
}
