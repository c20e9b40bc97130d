import { describe, expect, it } from 'vitest';
import { plainWording } from '../../../src/glossary/new-entry.ts';
import { cardSchema } from '../../../src/initiatives/card-model.ts';
import {
  cardOfEntry,
  collectedWords,
  withCollected,
  withOwnWords,
} from '../../../src/initiatives/entry-card.ts';
import { entryOf } from '../../support/records.ts';

const id = (n: number) => entryOf(n).id;
const imported = cardOfEntry(entryOf(1, { pack: '00000000-0000-4000-b000-000000000001' }), []);
const own = cardOfEntry(entryOf(2), []);

describe('a card of what is collected', () => {
  it.each([
    ['an entry of the reader is itself', own, undefined, id(2)],
    ['one of a list is by its words', imported, id(3), id(3)],
    ['one of a list is not', imported, undefined, undefined],
  ])('%s', (_, card, sameWords, collected) => {
    expect(cardSchema.parse(withCollected(card, sameWords)).collected).toBe(collected);
  });

  it('of a concept names the entry that was made from it, with other words or the same', () => {
    const concept = { ...imported, id: 'tw.x' };
    const entry = entryOf(4, { concept: 'tw.x', terms: [plainWording('en', 'other')] });
    const card = withOwnWords(concept, [entry]);
    expect(card).toMatchObject({ collected: id(4), yours: { en: ['other'] } });
    expect(withCollected(card, id(3)).collected).toBe(id(4));
    const same = withOwnWords(concept, [entryOf(1, { id: id(5), concept: 'tw.x' })]);
    expect(same.collected).toBe(id(5));
    expect(same.yours).toBeUndefined();
    const deleted = { ...entry, deletedAt: entry.updatedAt };
    expect(withOwnWords(concept, [deleted]).collected).toBeUndefined();
  });

  it('takes the words that it offers first', () => {
    expect(collectedWords(imported).map(({ text }) => text)).toEqual(['詞1', 'term 1']);
  });
});
