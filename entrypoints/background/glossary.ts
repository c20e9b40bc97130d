import { agencyOfHost } from '../../src/glossary/agency.ts';
import type { Pack } from '../../src/glossary/pack.ts';
import { cardOf } from '../../src/initiatives/card.ts';
import type { Card } from '../../src/initiatives/card-model.ts';
import { buildGraph } from '../../src/initiatives/graph.ts';
import { compileTerms } from '../../src/matching/compile.ts';
import { openImage, type TermIndex } from '../../src/matching/image.ts';
import { type PackTerm, termsOfPack } from '../../src/matching/pack-terms.ts';
import { type RecognisedText, recogniseText } from '../../src/matching/recognised-text.ts';

import { loadBundledPack } from '../../src/platform/pack-file.ts';
import type { ImageStore } from '../../src/storage/image-store.ts';
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
export function createGlossary(images: ImageStore): Glossary {
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
  };
}
