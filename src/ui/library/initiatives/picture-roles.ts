/**
 * Roles of the parts of a drawing, spread onto SVG elements: HTML has elements for a group and for what is decoration
 * only, SVG has none.
 */

/** A drawing of links. */
export const PICTURE = { role: 'group' } as const;

/** Lines and scales: what they say stands in the names of the links and in the table. */
export const DECORATION = { 'aria-hidden': true } as const;
