import { describe, expect, it } from 'vitest';
import type { GlossaryEntry } from '../../../src/glossary/entry.ts';
import { rebased } from '../../../src/glossary/entry-revise.ts';
import { entryOf } from '../../support/records.ts';

describe('a draft on what the entry says by now', () => {
  const context = { sentence: '一句。', title: '', address: '', collectedOn: '' };
  const base = entryOf(1, { subject: '舊', kind: 'concept' });
  const later = '2026-09-09T00:00:00.000Z';
  const { kind: _, ...withoutKind } = base;

  it.each<{ what: string; draft: GlossaryEntry; current: GlossaryEntry; result: GlossaryEntry }>([
    {
      what: 'follows what was changed elsewhere',
      draft: base,
      current: { ...base, contexts: [context], updatedAt: later },
      result: { ...base, contexts: [context], updatedAt: later },
    },
    {
      what: 'keeps what is being written',
      draft: { ...base, subject: '新' },
      current: { ...base, subject: '別', contexts: [context], updatedAt: later },
      result: { ...base, subject: '新', contexts: [context], updatedAt: later },
    },
    {
      what: 'keeps what was taken away',
      draft: withoutKind,
      current: { ...base, subject: '別' },
      result: { ...withoutKind, subject: '別' },
    },
    {
      what: 'takes in what was taken away elsewhere',
      draft: { ...base, subject: '新' },
      current: withoutKind,
      result: { ...withoutKind, subject: '新' },
    },
  ])('$what', ({ draft, current, result }) => {
    expect(rebased(base, draft, current)).toEqual(result);
  });
});
