import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { createAddressStore } from '../../../src/storage/address-store.ts';
import { PolicyGlossDatabase } from '../../../src/storage/database.ts';
import { createHighlightRepository } from '../../../src/storage/highlight-repository.ts';
import { createImageStore } from '../../../src/storage/image-store.ts';
import { createPageStore } from '../../../src/storage/page-store.ts';
import { highlightOf } from '../../support/records.ts';

const database = new PolicyGlossDatabase();
const NOW = '2026-02-02T00:00:00.000Z';
const order = { deed: '00000000-0000-4000-c000-000000000001', now: NOW, bringBack: false };

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
    expect(await repository.ofDocument([highlightOf(1).document.address])).toEqual([]);
    await repository.restore([highlightOf(1).id], NOW);
    expect(await repository.ofDocument([highlightOf(1).document.address])).toEqual([
      { ...highlightOf(1), updatedAt: NOW },
    ]);
  });

  it('imports only what is not there', async () => {
    await repository.save(highlightOf(1, { note: 'mine' }));
    expect(await repository.addMissing([highlightOf(1), highlightOf(2)], [], order)).toEqual({
      broughtBack: 0,
      added: 1,
      present: 1,
      updated: 0,
    });
    expect((await repository.all()).map(({ note }) => note)).toEqual(['mine', '']);
  });

  it('imports versions of pages beside those that are there, and never in their place', async () => {
    const pages = createPageStore(database);
    const [here, there] = ['a'.repeat(32), 'b'.repeat(32)];
    await repository.save(highlightOf(1, { page: here }), { hash: here, state: 'AAAA' });
    const file = [here, there].map((hash) => ({ hash, state: 'BBBB' }));
    await repository.addMissing([highlightOf(2, { page: there })], file, order);
    expect(await pages.all()).toEqual([
      { hash: here, state: 'AAAA' },
      { hash: there, state: 'BBBB' },
    ]);
  });

  it('writes nothing of an import that breaks', async () => {
    const broken = { ...highlightOf(2), quote: '' };
    await expect(repository.addMissing([highlightOf(1), broken], [], order)).rejects.toThrow();
    expect(await repository.all()).toEqual([]);
  });

  it('gives the highlights of one document only', async () => {
    const elsewhere = { ...highlightOf(2).document, address: 'https://moda.gov.tw/' };
    await repository.save(highlightOf(1));
    await repository.save(highlightOf(2, { document: elsewhere }));
    expect((await repository.ofDocument(['https://moda.gov.tw/'])).map(({ quote }) => quote)).toEqual([
      '第2段',
    ]);
  });
});

describe('what the reader did', () => {
  const repository = createHighlightRepository(database);
  const ids = [highlightOf(1).id, highlightOf(2).id];
  const notes = async () => (await repository.all()).map(({ note }) => note);
  let request = 0;
  const travel = (direction: 'undo' | 'redo') => repository.travel(direction, `request ${request++}`, NOW);

  it('is undone and redone step by step', async () => {
    await repository.save(highlightOf(1));
    await repository.change(ids[0]!, { note: '一' }, NOW);
    await repository.change(ids[0]!, { note: '二' }, NOW);
    expect(await travel('undo')).toBe(true);
    expect(await notes()).toEqual(['一']);
    expect(await travel('undo')).toBe(true);
    expect(await travel('undo')).toBe(true);
    expect((await repository.all())[0]?.deletedAt).toBeDefined();
    expect(await travel('undo')).toBe(false);
    for (let step = 0; step < 3; step++) expect(await travel('redo')).toBe(true);
    expect(await notes()).toEqual(['二']);
    expect(await travel('redo')).toBe(false);
  });

  it('is undone once by a request that is sent again', async () => {
    await repository.save(highlightOf(1));
    await repository.change(ids[0]!, { note: '一' }, NOW);
    await repository.travel('undo', 'the same', NOW);
    await repository.travel('undo', 'the same', NOW);
    expect((await repository.all())[0]).toMatchObject({ note: '' });
    expect((await repository.all())[0]).not.toHaveProperty('deletedAt');
  });

  it('counts fifty steps, and a new one ends what could be redone', async () => {
    await repository.save(highlightOf(1));
    for (let n = 1; n <= 60; n++) await repository.change(ids[0]!, { note: String(n) }, NOW);
    let undone = 0;
    while (await travel('undo')) undone++;
    expect(undone).toBe(50);
    expect(await notes()).toEqual(['10']);
    await repository.change(ids[0]!, { note: 'other' }, NOW);
    expect(await travel('redo')).toBe(false);
  });

  it('to many at once is one step', async () => {
    await repository.save(highlightOf(1));
    await repository.save(highlightOf(2));
    await repository.edit(ids, { colour: 'pink', addTags: ['預算'] }, NOW);
    await repository.renameTag('預算', '經費', NOW);
    expect(await repository.tags()).toEqual(['經費']);
    await travel('undo');
    await travel('undo');
    expect((await repository.all()).map(({ colour, tags }) => [colour, tags])).toEqual([
      ['yellow', []],
      ['yellow', []],
    ]);
  });

  it('leaves out of account what only the page did', async () => {
    await repository.save(highlightOf(1));
    await repository.report([{ id: ids[0]!, state: 'lost', reason: 'deleted' }], [], NOW);
    expect((await repository.all())[0]).toMatchObject({ state: 'lost', updatedAt: highlightOf(1).updatedAt });
    await travel('undo');
    expect((await repository.all())[0]).toMatchObject({ state: 'lost', deletedAt: highlightOf(1).createdAt });
  });
});

describe('pages and addresses', () => {
  const repository = createHighlightRepository(database);
  const page = { hash: 'b'.repeat(32), state: btoa('state') };

  it('finds highlights by their ids, in the bin or not', async () => {
    await repository.save(highlightOf(1));
    await repository.save(highlightOf(2));
    await repository.remove([highlightOf(2).id], NOW);
    const found = await repository.ofIds([highlightOf(2).id, highlightOf(3).id, highlightOf(2).id]);
    expect(found.map(({ id }) => id)).toEqual([highlightOf(2).id]);
  });

  it('keeps a version of a page once', async () => {
    await repository.save(highlightOf(1, { page: page.hash }), page);
    await repository.save(highlightOf(2, { page: page.hash }), page);
    expect(await createPageStore(database).all()).toEqual([page]);
    expect(await createPageStore(database).read([page.hash, page.hash, 'c'.repeat(32)])).toEqual([page]);
  });

  it('joins addresses, in chains too, and files what comes later under the one', async () => {
    const addresses = createAddressStore(database);
    const at = (address: string) => ({ document: { ...highlightOf(1).document, address } });
    await repository.save(highlightOf(1, at('https://a.gov.tw/')));
    await repository.save(highlightOf(2, at('https://b.gov.tw/')));
    await repository.mergeAddresses('https://a.gov.tw/', 'https://b.gov.tw/', NOW);
    await repository.mergeAddresses('https://b.gov.tw/', 'https://c.gov.tw/', NOW);
    expect(await addresses.resolve('https://a.gov.tw/')).toBe('https://c.gov.tw/');
    expect((await addresses.leadingTo(['https://c.gov.tw/', 'https://d.gov.tw/'])).sort()).toEqual([
      'https://a.gov.tw/',
      'https://b.gov.tw/',
    ]);
    expect(await repository.ofDocument(['https://c.gov.tw/'])).toHaveLength(2);
  });
});

describe('addresses of one document, from a file', () => {
  it('are added where nothing is known, and never lead in a circle', async () => {
    const addresses = createAddressStore(database);
    await addresses.addMissing([{ address: 'a', document: 'b' }]);
    await addresses.addMissing([
      { address: 'b', document: 'a' },
      { address: 'a', document: 'c' },
      { address: 'd', document: 'a' },
    ]);
    expect(await addresses.all()).toEqual([
      { address: 'a', document: 'b' },
      { address: 'd', document: 'b' },
    ]);
  });
});

describe('coming back from a file', () => {
  const repository = createHighlightRepository(database);

  it('brings older ones up to date and leaves newer ones alone', async () => {
    await repository.save(highlightOf(1, { note: 'old' }));
    await repository.save(highlightOf(2, { note: 'new', updatedAt: NOW }));
    const file = [highlightOf(1, { note: 'newer', updatedAt: NOW }), highlightOf(2, { note: 'older' })];
    expect(await repository.addMissing(file, [], order)).toMatchObject({ added: 0, present: 2, updated: 1 });
    expect((await repository.all()).map(({ note }) => note)).toEqual(['newer', 'new']);
  });

  it('knows a passage again under another id', async () => {
    await repository.save(highlightOf(1));
    const twin = { ...highlightOf(1), id: highlightOf(2).id };
    expect(await repository.addMissing([twin], [], order)).toMatchObject({
      added: 0,
      present: 1,
      updated: 0,
    });
  });
});

describe('images', () => {
  it('gives back what was stored last, and that alone is kept', async () => {
    const images = createImageStore(database);
    const stored = (key: string, ...bytes: number[]) => ({
      key,
      image: new Blob([Uint8Array.from(bytes)]),
      directory: new Blob([Uint8Array.of(9)]),
      upTo: 7,
      unmarked: ['tw.x'],
    });
    expect(await images.load()).toBeUndefined();
    await images.replace(stored('old', 1));
    await images.replace(stored('new', 2, 3));
    const { image, directory, ...rest } = (await images.load())!;
    expect(rest).toEqual({ key: 'new', upTo: 7, unmarked: ['tw.x'] });
    expect([...(await image.bytes())]).toEqual([2, 3]);
    expect([...(await directory.bytes())]).toEqual([9]);
    expect(await database.images.count()).toBe(1);
  });
});
