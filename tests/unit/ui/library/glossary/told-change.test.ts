import { describe, expect, it } from 'vitest';
import enApp from '../../../../../assets/locales/en/app.json' with { type: 'json' };
import en from '../../../../../assets/locales/en/desk.json' with { type: 'json' };
import enPage from '../../../../../assets/locales/en/page.json' with { type: 'json' };
import { glossaryEntrySchema } from '../../../../../src/glossary/entry.ts';
import { entryStepRow } from '../../../../../src/glossary/entry-step.ts';
import { plainWording } from '../../../../../src/glossary/new-entry.ts';
import { toldChanges } from '../../../../../src/ui/library/glossary/told-change.ts';
import { createTexts } from '../../../../../src/ui/shared/texts.ts';
import { entryOf } from '../../../../support/records.ts';

const tree = { ...enPage, ...enApp, ...en, initiatives: { source: 'Source' } };
const t = createTexts('en', { en: tree, 'zh-TW': tree });
const nameOf = (pack: string) => `pack ${pack}`;
const before = entryOf(1, { terms: [plainWording('en', 'resilience')] });

describe('the history of an entry in words', () => {
  it('tells every field that a reader can change', () => {
    const after = {
      ...before,
      terms: [plainWording('en', 'digital resilience', { status: 'official', source: 'moda' })],
      review: 'approved' as const,
      reviewedBy: 'Lin',
      mark: false,
      note: { zh: '', en: 'a note' },
      deletedAt: before.updatedAt,
    };
    const row = entryStepRow(before, after)!;
    expect(toldChanges(row, t, nameOf)).toEqual([
      {
        field: 'Terms',
        before: 'resilience (full form, Proposed translation)',
        after: 'digital resilience (full form, Official, moda)',
      },
      { field: 'Note', before: '', after: 'a note' },
      { field: 'Review', before: 'To review', after: 'Approved' },
      { field: 'Reviewed by', before: '', after: 'Lin' },
      { field: 'On pages', before: 'Marked', after: 'Not marked' },
      { field: 'Place', before: 'In use', after: 'Bin' },
    ]);
  });

  it('leaves no field of an entry without a name but those that say nothing to a reader', () => {
    const silent = new Set(['id', 'concept', 'createdAt', 'updatedAt']);
    for (const field of Object.keys(glossaryEntrySchema.shape) as (keyof typeof before)[]) {
      const told = toldChanges({ id: before.id, fields: [field], before, after: before }, t, nameOf);
      expect(told.length, field).toBe(silent.has(field) ? 0 : 1);
      expect(told.map((change) => change.field).join()).not.toContain('.');
    }
  });
});
