/** Runs in the page of `index.bench.ts`, in a real browser. */
import { openImage } from '../../src/matching/image.ts';
import { scanText } from '../../src/matching/recognise.ts';
import { releaseScan } from '../../src/matching/scan-state.ts';

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
    await asked(store.put(image, 'buffer'));
  },
  /** Reads the stored image and opens it, then scans a text: ms of wall time of both. */
  async ready(key: 'blob' | 'buffer', text: string): Promise<{ ready: number; scan: number; hits: number }> {
    const store = await openStore('readonly');
    const from = performance.now();
    const stored = (await asked(store.get(key))) as Blob | ArrayBuffer;
    const index = openImage(stored instanceof Blob ? await stored.arrayBuffer() : stored);
    const opened = performance.now();
    const scan = scanText(index, text);
    releaseScan(scan);
    return { ready: opened - from, scan: performance.now() - opened, hits: scan.hitLength / 3 };
  },
};

Object.assign(globalThis, { inPage });
