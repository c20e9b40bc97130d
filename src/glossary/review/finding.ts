import type { Concept } from '../concept.ts';
import type { Subject } from '../pack.ts';
import type { Source } from '../source.ts';

/** What an editor reviews: everything authored, before it becomes a pack. */
export interface Authored {
  readonly subjects: readonly Subject[];
  readonly sources: readonly Source[];
  readonly concepts: readonly Concept[];
}

/** Names of the rules, in the order in which they are reported. `docs/glossary.md` says what each asks. */
export const RULES = [
  'reference',
  'cycle',
  'order',
  'dates',
  'evidence',
  'status',
  'language',
  'script',
  'definition',
  'duplicate',
  'relation',
  'matching',
  'domain',
  'source',
] as const;
export type Rule = (typeof RULES)[number];

/** Something an editor should mend (`error`) or look at (`warning`). `subject` is the id of a concept or source. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly rule: Rule;
  readonly subject: string;
  readonly message: string;
}

/** A finding that must be mended before a pack is made. */
export function error(rule: Rule, subject: string, message: string): Finding {
  return { severity: 'error', rule, subject, message };
}

/** A finding to look at; the pack is made all the same. */
export function warning(rule: Rule, subject: string, message: string): Finding {
  return { severity: 'warning', rule, subject, message };
}
