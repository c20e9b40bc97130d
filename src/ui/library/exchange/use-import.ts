import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportSummary } from '../../../interchange/import-summary.ts';
import type { ImportCounts, Importer, ImportPorts, ImportReading, ImportTarget } from './import-ports.ts';

/** Where an import is. */
export interface ImportState {
  readonly summary?: ImportSummary | undefined;
  readonly counts?: ImportCounts | undefined;
  readonly done?: ImportCounts | undefined;
  readonly work?: 'reading' | 'counting' | 'writing' | undefined;
  readonly failure?: string | undefined;
}

/** How long choices must rest before the file is read anew, ms. */
const REST = 200;

/** Reads a file as told, counts what an import would do, and imports when asked. */
export function useImport(file: File, reading: ImportReading, target: ImportTarget, ports: ImportPorts) {
  const [state, setState] = useState<ImportState>({ work: 'reading' });
  // Apart from the rest: it changes often, and the tables need not be looked at again for it.
  const share = useSignal(0);
  const importer = useRef<Importer>(undefined);
  const change = (next: Partial<ImportState>) => setState((before) => ({ ...before, ...next }));
  const onProgress = (done: number) => {
    share.value = done;
  };
  const begin = (work: NonNullable<ImportState['work']>) => {
    share.value = 0;
    change({ work, failure: undefined, ...(work !== 'writing' && { counts: undefined }) });
  };
  const fail = (error: unknown) =>
    change({ work: undefined, failure: error instanceof Error ? error.message : String(error) });

  useEffect(() => {
    const opened = ports.openImporter(file);
    importer.current = opened;
    return () => opened.close();
  }, [file]);

  const readingKey = JSON.stringify(reading);
  useEffect(() => {
    let isCurrent = true;
    const read = () => {
      begin('reading');
      importer.current?.read(reading, onProgress).then(
        (summary) => isCurrent && change({ summary, work: undefined }),
        (error: unknown) => isCurrent && fail(error),
      );
    };
    const timer = setTimeout(read, state.summary ? REST : 0);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [file, readingKey]);

  const { summary } = state;
  const { pack, duplicates } = target;
  useEffect(() => {
    if (!summary || summary.refusal) return;
    let isCurrent = true;
    begin('counting');
    importer.current?.count(target, onProgress).then(
      (counts) => isCurrent && change({ counts, work: undefined }),
      (error: unknown) => isCurrent && fail(error),
    );
    return () => {
      isCurrent = false;
    };
  }, [summary, pack.id, duplicates]);

  const run = async () => {
    begin('writing');
    try {
      const done = await importer.current?.run(target, onProgress);
      change({ done, work: undefined });
    } catch (error) {
      fail(error);
    }
  };
  return {
    state,
    /** How much of the work at hand is done, 0 to 1. */
    share: share as ReadonlySignal<number>,
    run,
    report: (...order: Parameters<Importer['report']>) => importer.current?.report(...order),
  };
}
