import type { Copied, WriteOrder, Written } from '../../src/interchange/write-order.ts';
import type { ExportScope, RecordWriter } from '../../src/ui/library/exchange/export-ports.ts';
import type { WorkerAnswer, WorkerRequest } from './exchange-worker.ts';

/** A worker that holds the records of one scope, and the one order that it works on. */
interface Workshop {
  readonly worker: Worker;
  /** Settles when the worker has all records. */
  readonly filled: Promise<void>;
  reject?: (reason: Error) => void;
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

function startWorker(parts: ExportScope['parts']): Workshop {
  const worker = new Worker(new URL('./exchange-worker.ts', import.meta.url), { type: 'module' });
  const fill = async () => {
    for await (const part of parts()) {
      worker.postMessage({ kind: 'add', part } satisfies WorkerRequest);
      await nextTask();
    }
  };
  return { worker, filled: fill() };
}

/**
 * Writes records in a worker, so that the page stays at hand. One order at a time: a new one ends the worker at work on
 * the last, since nothing else stops it, and starts another.
 */
export function openRecordWriter(parts: ExportScope['parts']): RecordWriter {
  let workshop: Workshop | undefined;
  const end = (reason: string) => {
    workshop?.worker.terminate();
    workshop?.reject?.(new Error(reason));
    workshop = undefined;
  };
  const ask = async (kind: 'write' | 'copy', order: WriteOrder): Promise<unknown> => {
    if (workshop?.reject) end('superseded');
    workshop ??= startWorker(parts);
    const own = workshop;
    const answered = new Promise((resolve, reject) => {
      own.reject = reject;
      own.worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
        delete own.reject;
        if ('failure' in data) reject(new Error(data.failure));
        else resolve(data.value);
      };
      own.worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message || 'the worker did not start'));
      };
    });
    own.filled.then(
      () => own.worker.postMessage({ kind, order } satisfies WorkerRequest),
      (error: Error) => own.reject?.(error),
    );
    return answered;
  };
  return {
    write: (order) => ask('write', order) as Promise<Written>,
    copy: (order) => ask('copy', order) as Promise<Copied>,
    close: () => end('closed'),
  };
}
