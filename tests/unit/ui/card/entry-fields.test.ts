import { describe, expect, it } from 'vitest';
import type { EntryTerm } from '../../../../src/glossary/entry.ts';
import { entryWith, plainWording } from '../../../../src/glossary/new-entry.ts';
import { type EntryFields, entryFrom, fieldsOf } from '../../../../src/ui/card/entry-fields.ts';

const now = '2026-05-05T00:00:00.000Z';
const chinese = plainWording('zh-Hant', '數位發展部', { status: 'official', source: '組織法' });
const english = plainWording('en', 'moda', { form: 'abbreviation' });

function entryOf(...terms: EntryTerm[]) {
  const facts = { id: '01890000-0000-7000-8000-000000000001', pack: 'mine', createdAt: now, updatedAt: now };
  return entryWith({ ...facts, terms, note: { zh: '備註', en: 'a note' } });
}

/** The terms of the entry after the editor was opened, changed like this, and saved. */
function written(terms: EntryTerm[], change: Partial<EntryFields>) {
  const entry = entryOf(...terms);
  return entryFrom(entry, { ...fieldsOf(entry, 'zh'), ...change }, 'zh', now).terms;
}

describe('what the editor on the card makes of an entry', () => {
  const variant = plainWording('zh-Hant', '數發部', { form: 'short' });

  it.each<{ what: string; change: Partial<EntryFields>; terms: EntryTerm[] }>([
    { what: 'a note alone', change: { note: '新' }, terms: [chinese, variant, english] },
    {
      what: 'a wording',
      change: { zh: ' 數位部 ' },
      terms: [{ ...chinese, text: '數位部' }, variant, english],
    },
    {
      what: 'the status',
      change: { status: 'accepted' },
      terms: [{ ...chinese, status: 'accepted' }, variant, { ...english, status: 'accepted' }],
    },
    {
      what: 'the form',
      change: { form: 'short' },
      terms: [{ ...chinese, form: 'short' }, variant, { ...english, form: 'short' }],
    },
    { what: 'a wording that was emptied', change: { en: ' ' }, terms: [chinese, variant] },
  ])('$what changes nothing else', ({ change, terms }) => {
    expect(written([chinese, variant, english], change)).toEqual(terms);
  });

  it('gives a new wording what was chosen for it', () => {
    const change = { en: 'Ministry', status: 'accepted', form: 'short' } as const;
    expect(written([chinese], change)[1]).toEqual(
      plainWording('en', 'Ministry', { status: 'accepted', form: 'short' }),
    );
  });

  it('leaves texts of the other language as they are', () => {
    const entry = entryOf(chinese, english);
    const { note } = entryFrom(entry, { ...fieldsOf(entry, 'en'), note: 'another' }, 'en', now);
    expect(note).toEqual({ zh: '備註', en: 'another' });
  });
});
