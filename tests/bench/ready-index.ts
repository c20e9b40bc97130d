/** Runs in the page of `index.bench.ts`, in a real browser. */
import { openImage, readImage } from '../../src/matching/image.ts';

function asked<T>(request: IDBRequest<T>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  request.addEventListener('success', () => resolve(request.result));
  request.addEventListener('error', () => reject(request.error));
  return promise;
}

async function openStore(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opening = indexedDB.open('bench', 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('images'));
  return (await asked(opening)).transaction('images', mode).objectStore('images');
}

/** What a page of the bench can be asked. */
export const inPage = {
  /** Stores the image at an address twice: as a Blob, as the extension does, and as it is. */
  async keep(address: string): Promise<void> {
    const image = await (await fetch(address)).arrayBuffer();
    const store = await openStore('readwrite');
    store.put(new Blob([image]), 'blob');
    store.put(image, 'buffer');
    await new Promise((resolve) => store.transaction.addEventListener('complete', resolve));
  },
  /** Reads the stored image and opens it: ms of wall time. */
  async ready(key: 'blob' | 'buffer'): Promise<number> {
    const store = await openStore('readonly');
    const from = performance.now();
    const stored = (await asked(store.get(key))) as Blob | ArrayBuffer;
    if (stored instanceof Blob) await readImage(stored);
    else openImage(stored);
    return performance.now() - from;
  },
};

Object.assign(globalThis, { inPage });
