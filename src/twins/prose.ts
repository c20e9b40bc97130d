import { isElement, type ReadableNode } from '../page/readable.ts';
import type { Line } from './lines.ts';

/** Parts of a page that are not what it says: menus, heads and feet. No forms: WebForms are whole pages. */
const MARGINS = new Set(['NAV', 'HEADER', 'FOOTER', 'ASIDE', 'DIALOG']);
const MARGIN_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'menu']);

/** Whether a node lies beside the content of its page. */
export function isInMargin(node: ReadableNode): boolean {
  for (let at: ReadableNode | null = node; at; at = at.parentNode) {
    if (!isElement(at)) continue;
    if (MARGINS.has(at.nodeName) || MARGIN_ROLES.has(at.getAttribute('role') ?? '')) return true;
  }
  return false;
}

/** Shortest paragraph, in UTF-16 units of Chinese and of Latin script: captions and buttons are shorter. */
const LEAST_CHINESE = 12;
const LEAST_LATIN = 40;

function isProse(text: string): boolean {
  if (!/[。！？.!?][」』”’"')）]*$/.test(text)) return false;
  return text.length >= (/\p{Script=Han}{4}/u.test(text) ? LEAST_CHINESE : LEAST_LATIN);
}

/** Elements that hold one paragraph each, so that their parent holds the text. */
const PARAGRAPHS = new Set(['P', 'LI', 'BLOCKQUOTE', 'DD']);

function homeOf({ block: { container } }: Line): ReadableNode {
  return PARAGRAPHS.has(container.nodeName) ? (container.parentNode ?? container) : container;
}

/** The paragraphs of what a page says: those of the element that holds the most of them by length. */
export function proseOf(lines: Iterable<Line>): Line[] {
  const homes = new Map<ReadableNode, { lines: Line[]; units: number }>();
  for (const line of lines) {
    if (!isProse(line.text)) continue;
    const node = homeOf(line);
    const home = homes.get(node) ?? { lines: [], units: 0 };
    if (home.lines.length === 0 && isInMargin(node)) continue;
    home.lines.push(line);
    home.units += line.text.length;
    homes.set(node, home);
  }
  return [...homes.values()].sort((a, b) => b.units - a.units)[0]?.lines ?? [];
}
