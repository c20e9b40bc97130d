import type { Anchoring } from '../anchoring/anchoring.ts';
import type { Highlight, HighlightedDocument, QuotedConcept } from '../highlights/highlight.ts';
import { manyCards } from '../initiatives/many-cards.ts';
import { preferredWording } from '../initiatives/preferred-wording.ts';
import { staticRangeOf } from '../page/locate.ts';
import { localDay } from '../text/local-day.ts';
import type { PageTerms } from './page-terms.ts';
import type { ReaderPorts } from './ports.ts';
import { hitsIn, markedBlocks, wordsOf } from './term-hit.ts';

/** What is known of the page when something is kept from it. */
export interface KeepContext {
  readonly root: Node;
  readonly terms: PageTerms;
  readonly ports: Pick<ReaderPorts, 'describe' | 'saveHighlight'>;
  readonly anchoring: () => Promise<Anchoring>;
  readonly page: Omit<HighlightedDocument, 'readOn'>;
}

/** The recognised words that lie wholly inside a range: surface and concept of each, without repeats. */
function conceptsInside(range: Range, terms: PageTerms): Map<string, string> {
  const inside = new Map<string, string>();
  for (const marked of markedBlocks(terms)) {
    if (!range.intersectsNode(marked.block.container as Node)) continue;
    for (const hit of hitsIn(marked)) {
      const concept = terms.termAt(hit.term)?.concepts[0];
      const span = staticRangeOf(marked.block, hit.start, hit.end);
      if (!concept || !span || inside.has(concept)) continue;
      const within =
        range.comparePoint(span.startContainer, span.startOffset) === 0 &&
        range.comparePoint(span.endContainer, span.endOffset) === 0;
      if (within) inside.set(concept, wordsOf(hit));
    }
  }
  return inside;
}

async function quotedConcepts(range: Range, context: KeepContext): Promise<QuotedConcept[]> {
  const inside = conceptsInside(range, context.terms);
  const cards = await manyCards(inside.keys(), (part) => context.ports.describe(part));
  return cards.map((card) => {
    const surface = inside.get(card.id) ?? '';
    const zh = preferredWording(card, 'zh');
    const en = preferredWording(card, 'en');
    const source = en?.evidence?.url;
    return {
      id: card.id,
      surface,
      zh: zh?.text ?? '',
      en: en?.text ?? '',
      status: en?.status ?? 'proposed',
      ...(source && { source }),
      edition: card.edition,
    };
  });
}

/**
 * Keeps a range of the page as the highlight `id` and returns it as stored; again with the same id it is the same
 * highlight. Throws what the store throws: the caller tells the reader that nothing was kept.
 */
export async function keepRange(
  range: Range,
  { id, colour }: Pick<Highlight, 'id' | 'colour'>,
  context: KeepContext,
): Promise<Highlight> {
  const now = new Date();
  const { describe } = await context.anchoring();
  const described = await describe([range], context.root);
  const words = described.words[0];
  if (!words) throw new Error('a range without text');
  const concepts = await quotedConcepts(range, context).catch(() => []);
  const highlight: Highlight = {
    id,
    document: { ...context.page, readOn: localDay(now) },
    ...words,
    colour,
    note: '',
    tags: [],
    concepts,
    state: 'attached',
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  };
  return context.ports.saveHighlight(highlight, described.page);
}
