import { equivalentCoverage } from '../../src/glossary/equivalent-coverage.ts';
import { termsIn } from '../../src/glossary/preferred-term.ts';
import type { Highlight } from '../../src/highlights/highlight.ts';
import type { Card } from '../../src/initiatives/card-model.ts';
import type { Graph } from '../../src/initiatives/graph.ts';
import { named } from '../../src/initiatives/named.ts';
import { preferredWording } from '../../src/initiatives/preferred-wording.ts';
import { touchedPlans } from '../../src/initiatives/touched.ts';
import type { PageStatus } from '../../src/messages/protocol.ts';
import type { PanelPage, PanelTerm } from '../../src/ui/sidepanel/panel-page.ts';

/** What is known of concepts: the bundled ones, and cards of those that imported glossaries have. */
export interface Known {
  readonly graph: Graph;
  readonly cards: ReadonlyMap<string, Card>;
}

type Found = PageStatus['concepts'][number];

/** Language that the equivalents of a page are in: the other than that of most of its terms. */
function otherLanguage(concepts: readonly Found[]): 'zh-Hant' | 'en' {
  const chinese = concepts.filter(({ words }) => /\p{Script=Han}/u.test(words)).length;
  return chinese * 2 >= concepts.length ? 'en' : 'zh-Hant';
}

function termOf({ id, count, words }: Found, { graph, cards }: Known, other: 'zh-Hant' | 'en'): PanelTerm[] {
  const concept = graph.concept(id);
  if (concept)
    return [
      { ...named(concept), kind: concept.kind, count, words, best: termsIn(concept, other)[0]?.status },
    ];
  const card = cards.get(id);
  if (!card) return [];
  const [zh, en] = [preferredWording(card, 'zh'), preferredWording(card, 'en')];
  const best = (other === 'en' ? en : zh)?.status;
  return [{ id, zh: zh?.text ?? '', en: en?.text ?? '', kind: card.kind, count, words, best }];
}

/** Highlights of the page in the order of the page; then those that the reader there does not know of yet. */
function inPageOrder(highlights: readonly Highlight[], { address, order }: PageStatus): Highlight[] {
  const place = new Map(order.map((id, at) => [id, at]));
  return highlights
    .filter(
      ({ id, document, deletedAt }) =>
        !deletedAt && (place.has(id) || document.address === address || document.url === address),
    )
    .sort((a, b) => (place.get(a.id) ?? order.length) - (place.get(b.id) ?? order.length));
}

/** The page in front as the panel shows it. */
export function pageOf(status: PageStatus, known: Known, highlights: readonly Highlight[]): PanelPage {
  const other = otherLanguage(status.concepts);
  const terms = status.concepts.flatMap((found) => termOf(found, known, other));
  return {
    title: status.title,
    muted: status.muted,
    isReading: status.isReading,
    unread: status.unread,
    terms: terms.sort((a, b) => b.count - a.count),
    plans: touchedPlans(known.graph, new Map(status.concepts.map(({ id, count }) => [id, count]))),
    coverage: equivalentCoverage(terms.map(({ best }) => best)),
    highlights: inPageOrder(highlights, status),
  };
}
