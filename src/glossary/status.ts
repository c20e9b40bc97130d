import { z } from 'zod';

/**
 * What is claimed of a term (docs/glossary.md gives the rule):
 * - `official`: the body itself uses this wording in its own text in that language, or a statute does;
 * - `accepted`: another public body uses it;
 * - `proposed`: no public body was seen to use it;
 * - `superseded`: official once, replaced since (`to` gives the date);
 * - `discouraged`: in use but advised against.
 * Every status but `proposed` names its source.
 */
export const termStatusSchema = z.enum(['official', 'accepted', 'proposed', 'superseded', 'discouraged']);
export type TermStatus = z.infer<typeof termStatusSchema>;

/** Best first: the order in which equivalents of one concept are offered. */
export const STATUS_RANK: Readonly<Record<TermStatus, number>> = {
  official: 0,
  accepted: 1,
  proposed: 2,
  superseded: 3,
  discouraged: 4,
};
