import { foldToKey } from '../../text/fold.ts';
import type { Concept } from '../concept.ts';
import type { Term } from '../term.ts';
import { type Authored, error, type Finding, warning } from './finding.ts';

interface Use {
  readonly concept: Concept;
  readonly term: Term;
}

/** Whether the entry itself says why a wording is shared: advice on matching, who uses it, or a note. */
function explains({ concept, term }: Use): boolean {
  const mark = term.match?.mark ?? 'always';
  return mark !== 'always' || term.usage !== undefined || concept.note !== undefined;
}

/** Uses of one wording that nothing tells apart: same jurisdiction, and more than one of them without a reason. */
function unexplained(uses: readonly Use[]): Use[] {
  const groups = Map.groupBy(uses, ({ concept }) => concept.jurisdiction);
  return [...groups.values()].flatMap((group) => {
    const concepts = new Set(group.map(({ concept }) => concept.id));
    const without = group.filter((use) => !explains(use));
    return concepts.size > 1 && new Set(without.map(({ concept }) => concept.id)).size > 1 ? without : [];
  });
}

/**
 * A wording stands for several concepts only where the entries say why; within one concept it is listed once.
 * Wordings are the same when the recogniser takes them for the same (`foldToKey`) in the same language.
 */
export function reviewDuplicates({ concepts }: Authored): Finding[] {
  const uses = concepts.flatMap((concept) => concept.terms.map((term): Use => ({ concept, term })));
  const wordings = Map.groupBy(uses, ({ term }) => `${term.lang} ${foldToKey(term.text)}`);
  return [...wordings.values()].flatMap((same) => {
    const [first] = same;
    if (!first || same.length < 2) return [];
    const findings: Finding[] = [];
    for (const [id, own] of Map.groupBy(same, ({ concept }) => concept.id)) {
      if (own.length < 2) continue;
      const texts = own.map(({ term }) => `“${term.text}”`).join(', ');
      findings.push(warning('duplicate', id, `${texts} are the same to the recogniser`));
    }
    const clash = unexplained(same);
    if (clash.length > 0) {
      const ids = [...new Set(clash.map(({ concept }) => concept.id))];
      findings.push(
        error('duplicate', ids[0]!, `“${first.term.text}” is also a term of ${ids.slice(1).join(', ')}`),
      );
    }
    return findings;
  });
}
