import { v4 as uuid } from 'uuid';
import type { Client } from '../../src/messages/client.ts';
import type { FilePreview, FileRestored, Restorer } from '../../src/ui/library/exchange/restore-ports.ts';
import type { RestoreAnswer, RestoreRequest } from './restore-worker.ts';
import { tellWritten } from './tell-written.ts';

/** As the pages tell failures of the store from others. */
class StoreFailed extends Error {
  readonly code = 'storage';
}

interface Pending {
  readonly onProgress: (share: number) => void;
  resolve(value: unknown): void;
  reject(reason: Error): void;
}

type Order = RestoreRequest extends infer R ? (R extends unknown ? Omit<R, 'id'> : never) : never;

/** Restores a file of ours in a worker of its own. `request` tells the background when something was written. */
export function openRestorer(file: Blob, request: Client): Restorer {
  const worker = new Worker(new URL('./restore-worker.ts', import.meta.url), { type: 'module' });
  const pending = new Map<number, Pending>();
  let requests = 0;
  const end = (reason: string) => {
    worker.terminate();
    for (const { reject } of pending.values()) reject(new Error(reason));
    pending.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<RestoreAnswer>) => {
    const asked = pending.get(data.id);
    if ('share' in data) {
      asked?.onProgress(data.share);
      return;
    }
    pending.delete(data.id);
    if ('failure' in data) asked?.reject(new (data.isStore ? StoreFailed : Error)(data.failure));
    else asked?.resolve(data.value);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    end(event.message || 'the worker failed');
  };
  const ask = (order: Order, onProgress: Pending['onProgress'] = () => undefined) => {
    const id = requests++;
    return new Promise<unknown>((resolve, reject) => {
      pending.set(id, { onProgress, resolve, reject });
      worker.postMessage({ ...order, id });
    });
  };
  return {
    read: () => ask({ kind: 'read', file }) as Promise<FilePreview>,
    run: async (bringBack, onProgress) => {
      const deed = uuid();
      const now = new Date().toISOString();
      const restored = await ask({ kind: 'run', bringBack, deed, now }, onProgress);
      await tellWritten(request, 'exchange:restored');
      return { ...(restored as Omit<FileRestored, 'deed'>), deed };
    },
    close: () => end('closed'),
  };
}
