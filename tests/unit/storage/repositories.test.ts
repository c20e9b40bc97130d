import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { PolicyGlossDatabase } from '../../../src/storage/database.ts';
import { createEntryRepository } from '../../../src/storage/entry-repository.ts';
import { createHighlightRepository } from '../../../src/storage/highlight-repository.ts';
import { createImageStore } from '../../../src/storage/image-store.ts';
import { entryOf, highlightOf } from '../../support/records.ts';

const database = new PolicyGlossDatabase();
const NOW = '2026-02-02T00:00:00.000Z';

afterEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
});

describe('highlights', () => {
  const repository = createHighlightRepository(database);

  it('stores a highlight once, however often it is sent', async () => {
    await repository.save(highlightOf(1));
    await repository.save(highlightOf(1, { note: 'sent again' }));
    expect(await repository.all()).toEqual([highlightOf(1)]);
  });

  it('changes note and colour and the time of change, nothing else', async () => {
    await repository.save(highlightOf(1));
    const changed = await repository.change(highlightOf(1).id, { note: '筆記', colour: 'blue' }, NOW);
    expect(changed).toEqual({ ...highlightOf(1), note: '筆記', colour: 'blue', updatedAt: NOW });
  });

  it('says so when there is nothing to change', async () => {
    expect(await repository.change(highlightOf(9).id, { note: 'x' }, NOW)).toBeUndefined();
  });

  it('deletes into the bin and restores from it', async () => {
    await repository.save(highlightOf(1));
    await repository.remove([highlightOf(1).id], NOW);
    expect(await repository.ofDocument(highlightOf(1).document.address)).toEqual([]);
    await repository.restore([highlightOf(1).id], NOW);
    expect(await repository.ofDocument(highlightOf(1).document.address)).toEqual([
      { ...highlightOf(1), updatedAt: NOW },
    ]);
  });

  it('imports only what is not there', async () => {
    await repository.save(highlightOf(1, { note: 'mine' }));
    expect(await repository.addMissing([highlightOf(1), highlightOf(2)])).toEqual({ added: 1, present: 1 });
    expect((await repository.all()).map(({ note }) => note)).toEqual(['mine', '']);
  });

  it('writes nothing of an import that breaks', async () => {
    const broken = { ...highlightOf(2), quote: '' };
    await expect(repository.addMissing([highlightOf(1), broken])).rejects.toThrow();
    expect(await repository.all()).toEqual([]);
  });

  it('gives the highlights of one document only', async () => {
    const elsewhere = { ...highlightOf(2).document, address: 'https://moda.gov.tw/' };
    await repository.save(highlightOf(1));
    await repository.save(highlightOf(2, { document: elsewhere }));
    expect((await repository.ofDocument('https://moda.gov.tw/')).map(({ quote }) => quote)).toEqual([
      '第2段',
    ]);
  });
});

describe('entries', () => {
  const repository = createEntryRepository(database);
  const context = {
    sentence: '一句。',
    title: '新聞稿',
    address: 'https://www.ndc.gov.tw/',
    collectedOn: '2026-01-01',
  };

  it('joins the contexts of a term collected twice', async () => {
    await repository.collect(entryOf(1, { concept: 'tw.sovereign-ai', contexts: [context] }));
    const other = { ...context, sentence: '另一句。' };
    const joined = await repository.collect(
      entryOf(2, { concept: 'tw.sovereign-ai', contexts: [context, other] }),
    );
    expect(joined.id).toBe(entryOf(1).id);
    expect(joined.contexts).toEqual([context, other]);
    expect(await repository.all()).toHaveLength(1);
  });

  it('takes a deleted entry out of the bin when it is collected again', async () => {
    await repository.collect(entryOf(1));
    await repository.remove([entryOf(1).id], NOW);
    await repository.collect(entryOf(1));
    expect((await repository.all())[0]?.deletedAt).toBeUndefined();
  });
});

describe('images', () => {
  it('gives back the image of its key, and only the newest is kept', async () => {
    const images = createImageStore(database);
    await images.replace('old', Uint8Array.of(1).buffer);
    await images.replace('new', Uint8Array.of(2, 3).buffer);
    expect(new Uint8Array((await images.load('new'))!)).toEqual(Uint8Array.of(2, 3));
    expect(await images.load('old')).toBeUndefined();
  });
});
