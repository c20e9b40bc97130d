import { agencyOfHost } from '../../src/glossary/agency.ts';
import type { Concept } from '../../src/glossary/concept.ts';
import type { GlossaryEntry } from '../../src/glossary/entry.ts';
import { termKey, wordingKey } from '../../src/glossary/entry-keys.ts';
import { wordingOf, wordingsOf } from '../../src/glossary/entry-wording.ts';
import type { Pack } from '../../src/glossary/pack.ts';
import { BUNDLED_PACK } from '../../src/glossary/pack-ids.ts';
import { preferredTerm } from '../../src/glossary/preferred-term.ts';
import { cardOf } from '../../src/initiatives/card.ts';
import type { Card } from '../../src/initiatives/card-model.ts';
import { buildGraph } from '../../src/initiatives/graph.ts';
import { compileTerms } from '../../src/matching/compile.ts';
import { openImage, type TermIndex } from '../../src/matching/image.ts';
import { type PackTerm, termsOfPack } from '../../src/matching/pack-terms.ts';
import { type RecognisedText, recogniseText } from '../../src/matching/recognised-text.ts';
import type { AlikeEntry } from '../../src/messages/protocol.ts';
import { loadBundledPack } from '../../src/platform/pack-file.ts';
import type { ImageStore } from '../../src/storage/image-store.ts';
import type { PackRepository } from '../../src/storage/pack-repository.ts';
import { FOLDING_EDITION } from '../../src/text/folding-table.ts';

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
  /** Packs or entries are others than before. */
  changed(): void;
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

/** The index of the pack: the stored one when it is of this very pack and sound, else built and stored. */
async function indexOf(pack: Pack, terms: readonly PackTerm[], images: ImageStore): Promise<TermIndex> {
  const key = `${pack.id} ${pack.hash} ${FOLDING_EDITION}`;
  try {
    const stored = await images.load(key);
    if (stored) return openImage(stored);
  } catch {
    // A damaged or older image, or a database that does not open: reading must go on, so it is built anew.
  }
  const image = compileTerms(terms);
  await images.replace(key, image).catch(() => {});
  return openImage(image);
}

async function load(images: ImageStore) {
  const pack = await loadBundledPack<Pack>();
  const terms = termsOfPack(pack);
  return { pack, terms, graph: buildGraph(pack), index: await indexOf(pack, terms, images) };
}

/** Loads the bundled pack at the first use and keeps it while the worker lives. */
export function createGlossary(images: ImageStore, packs: Pick<PackRepository, 'list'>): Glossary {
  let loading: ReturnType<typeof load> | undefined;
  const loaded = () => {
    loading ??= load(images).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return {
    async recognise(text, { host, context, seen }) {
      const { index, terms, pack } = await loaded();
      const jurisdiction = agencyOfHost(pack.concepts, host)?.jurisdiction;
      return recogniseText(index, terms, text, { context, seen, ...(jurisdiction && { jurisdiction }) });
    },
    async cards(ids, onDate) {
      const { graph } = await loaded();
      return ids.flatMap((id) => cardOf(graph, id, onDate) ?? []);
    },
    async agencyOf(host) {
      const { pack } = await loaded();
      return agencyOfHost(pack.concepts, host)?.id;
    },
    async alike({ zh, en }, sameZh, sameEn) {
      const { pack } = await loaded();
      const titles = new Map((await packs.list()).map(({ id, title }) => [id, title]));
      const named = (side: 'zh' | 'en', text: string) => {
        const key = wordingKey(side, text);
        if (key.length < 2) return [];
        return pack.concepts.filter(({ terms }) => terms.some((term) => termKey(term) === key));
      };
      const all = (entries: readonly GlossaryEntry[], concepts: readonly Concept[]) => [
        ...concepts.map((concept) => alikeOfConcept(concept, pack)),
        ...entries.map((entry) => alikeOfEntry(entry, titles)),
      ];
      return { sameZh: all(sameZh, named('zh', zh)), sameEn: all(sameEn, named('en', en)) };
    },
    changed() {},
  };
}
