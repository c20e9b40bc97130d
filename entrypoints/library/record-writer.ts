import type { Copied, WriteOrder, Written } from '../../src/interchange/write-order.ts';
import type { ExportScope, RecordWriter } from '../../src/ui/library/exchange/export-ports.ts';
import type { WorkerAnswer, WorkerRequest } from './exchange-worker.ts';

interface Pending {
  readonly kind: 'write' | 'copy';
  resolve(value: unknown): void;
  reject(reason: Error): void;
}

/** A worker that holds the records of one scope, and the orders that it has not answered. */
interface Workshop {
  readonly worker: Worker;
  /** Settles when the worker has all records. */
  readonly filled: Promise<void>;
  readonly pending: Map<number, Pending>;
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

function startWorkshop(parts: ExportScope['parts'], onFailure: (reason: string) => void): Workshop {
  const worker = new Worker(new URL('./exchange-worker.ts', import.meta.url), { type: 'module' });
  const pending = new Map<number, Pending>();
  const fill = async () => {
    for await (const part of parts()) {
      worker.postMessage({ kind: 'add', part } satisfies WorkerRequest);
      await nextTask();
    }
  };
  worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
    const order = pending.get(data.id);
    pending.delete(data.id);
    if ('failure' in data) order?.reject(new Error(data.failure));
    else order?.resolve(data.value);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    onFailure(event.message || 'the worker failed');
  };
  return { worker, filled: fill(), pending };
}

/**
 * Writes records in a worker, so that the page stays at hand. A new file ends the work on the last one, since nothing
 * else stops a worker that computes; what is to be copied is waited for.
 */
export function openRecordWriter(parts: ExportScope['parts']): RecordWriter {
  let workshop: Workshop | undefined;
  let orders = 0;
  const end = (reason: string) => {
    workshop?.worker.terminate();
    for (const { reject } of workshop?.pending.values() ?? []) reject(new Error(reason));
    workshop = undefined;
  };
  const ask = (kind: Pending['kind'], order: WriteOrder): Promise<unknown> => {
    const kinds = [...(workshop?.pending.values() ?? [])].map((one) => one.kind);
    if (kind === 'write' && kinds.includes('write') && !kinds.includes('copy')) end('superseded');
    // A worker that failed answers no more: the next order gets another one.
    workshop ??= startWorkshop(parts, end);
    const { worker, filled, pending } = workshop;
    const id = orders++;
    return new Promise((resolve, reject) => {
      pending.set(id, { kind, resolve, reject });
      filled.then(() => worker.postMessage({ kind, id, order } satisfies WorkerRequest), reject);
    });
  };
  return {
    write: (order) => ask('write', order) as Promise<Written>,
    copy: (order) => ask('copy', order) as Promise<Copied>,
    close: () => end('closed'),
  };
}
