import type { HighlightColour } from '../highlights/highlight.ts';

/** How terms are marked. Each style is a highlight name of its own, so that the page's style sheets stay as they are. */
export type MarkStyle = 'dotted' | 'solid' | 'background' | 'none';

/** Names of the highlights that hold painted terms; all begin with `gloss-term`, which the outside relies on. */
export const TERM_HIGHLIGHTS: Record<MarkStyle, string> = {
  dotted: 'gloss-term',
  solid: 'gloss-term-solid',
  background: 'gloss-term-background',
  none: 'gloss-term-none',
};

/** The term whose card is open. */
export const CURRENT_HIGHLIGHT = 'gloss-term-current';

/** Names of the highlights that hold what was kept; all begin with `gloss-mark`, which the outside relies on. */
export const MARK_HIGHLIGHTS: Record<HighlightColour, string> = {
  yellow: 'gloss-mark-yellow',
  green: 'gloss-mark-green',
  blue: 'gloss-mark-blue',
  pink: 'gloss-mark-pink',
  orange: 'gloss-mark-orange',
};

/** Passages whose wording has changed are registered under this name as well. */
export const CHANGED_HIGHLIGHT = 'gloss-state-changed';

/** Names of highlights that show on paper only. */
export const PRINTED_HIGHLIGHTS = { terms: 'gloss-term-printed', marks: 'gloss-mark-printed' } as const;
