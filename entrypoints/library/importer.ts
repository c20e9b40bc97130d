import type { ImportSummary } from '../../src/interchange/import-summary.ts';
import type { Client } from '../../src/messages/client.ts';
import type { ImportCounts, Importer } from '../../src/ui/library/exchange/import-ports.ts';
import type { ImportAnswer, ImportRequest } from './import-worker.ts';
import { tellWritten } from './tell-written.ts';

interface Pending {
  readonly kind: ImportRequest['kind'];
  readonly onProgress: (share: number) => void;
  resolve(value: unknown): void;
  reject(reason: Error): void;
}

/** A request without its number. */
type Plain<R> = R extends unknown ? Omit<R, 'id'> : never;

/** Reads and imports a file in a worker of its own. `request` tells the background when the glossaries have changed. */
export function openImporter(file: File, request: Client): Importer {
  let worker: Worker | undefined;
  let requests = 0;
  const pending = new Map<number, Pending>();
  const end = (reason: string) => {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of pending.values()) reject(new Error(reason));
    pending.clear();
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
    started.onmessage = ({ data }: MessageEvent<ImportAnswer>) => {
      const asked = pending.get(data.id);
      if ('share' in data) {
        asked?.onProgress(data.share);
        return;
      }
      pending.delete(data.id);
      if ('failure' in data) asked?.reject(new Error(data.failure));
      else asked?.resolve(data.value);
    };
    started.onerror = (event) => {
      event.preventDefault();
      end(event.message || 'the worker failed');
    };
    return started;
  };
  const ask = (message: Plain<ImportRequest>, onProgress: Pending['onProgress'] = () => undefined) => {
    worker ??= start();
    const own = worker;
    const id = requests++;
    return new Promise<unknown>((resolve, reject) => {
      pending.set(id, { kind: message.kind, onProgress, resolve, reject });
      own.postMessage({ ...message, id });
    });
  };
  return {
    read: (reading, onProgress) => {
      if (pending.size > 0) end('superseded');
      return ask({ kind: 'read', file, reading }, onProgress) as Promise<ImportSummary>;
    },
    count: (target, onProgress) => ask({ kind: 'count', target }, onProgress) as Promise<ImportCounts>,
    run: async (target, onProgress) => {
      const counts = (await ask({ kind: 'run', target }, onProgress)) as ImportCounts;
      await tellWritten(request, 'glossary:changed');
      return counts;
    },
    report: (...order) => ask({ kind: 'report', order }) as Promise<string>,
    close: () => end('closed'),
  };
}
