import { afterEach, expect, it } from 'vitest';
import { compileTerms } from '../../../src/matching/compile.ts';
import { openImage, readImage } from '../../../src/matching/image.ts';
import { recognise } from '../../../src/matching/recognise.ts';
import { PolicyGlossDatabase } from '../../../src/storage/database.ts';
import { createImageStore } from '../../../src/storage/image-store.ts';
import { term } from '../../support/match-terms.ts';

const database = new PolicyGlossDatabase();
const images = createImageStore(database);

/** Puts an image into the browser's database and takes it out again. */
async function stored(image: ArrayBuffer): Promise<Blob> {
  const parts = { key: 'key', directory: new Blob([]), upTo: 0, unmarked: [] };
  await images.replace({ image: new Blob([image]), ...parts });
  return (await images.load())!.image;
}

/** Longer than several of the parts it is read in. */
const image = compileTerms(
  Array.from({ length: 150_000 }, (_, at) =>
    term(String.fromCharCode(0x4e00 + (at % 20_000), 0x4e00 + ((at * 7919) % 19_997), 0x5000 + (at % 97))),
  ),
);

afterEach(() => database.images.clear());

it('is the same when it comes out of the database of the browser', async () => {
  expect(image.byteLength).toBeGreaterThan(2 << 20);
  const read = await readImage(await stored(image));
  expect(read.image.bytes).toEqual(new Uint8Array(image));
  const text = String.fromCharCode(0x4e05, 0x4e00 + ((5 * 7919) % 19_997), 0x5005);
  expect([...recognise(read, text)]).toEqual([0, 3, 5]);
  expect(recognise(read, text)).toEqual(recognise(openImage(image), text));
});

it('is refused when it was cut off, damaged, or is none', async () => {
  const damaged = image.slice(0);
  new Uint8Array(damaged, damaged.byteLength - 512).fill(0xff);
  await expect(readImage(await stored(image.slice(0, -4)))).rejects.toThrow('truncated');
  await expect(readImage(await stored(damaged))).rejects.toThrow('damaged');
  await expect(readImage(await stored(new ArrayBuffer(0)))).rejects.toThrow('not-an-image');
});
