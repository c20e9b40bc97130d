import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportSummary } from '../../../interchange/import-summary.ts';
import type { ImportCounts, Importer, ImportPorts, ImportReading, ImportTarget } from './import-ports.ts';

/** Where an import is. `share`: how much of the work at hand is done, 0 to 1; absent when nothing is under way. */
export interface ImportState {
  readonly summary?: ImportSummary | undefined;
  readonly counts?: ImportCounts | undefined;
  readonly done?: ImportCounts | undefined;
  readonly work?: 'reading' | 'counting' | 'writing' | undefined;
  readonly share: number;
  readonly failure?: string | undefined;
}

/** How long choices must rest before the file is read anew, ms. */
const REST = 200;

/** Reads a file as told, counts what an import would do, and imports when asked. */
export function useImport(file: File, reading: ImportReading, target: ImportTarget, ports: ImportPorts) {
  const [state, setState] = useState<ImportState>({ share: 0, work: 'reading' });
  const importer = useRef<Importer>(undefined);
  const change = (next: Partial<ImportState>) => setState((before) => ({ ...before, ...next }));
  const onProgress = (share: number) => change({ share });
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
      change({ work: 'reading', share: 0, failure: undefined, counts: undefined });
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
    change({ work: 'counting', share: 0, counts: undefined });
    importer.current?.count(target, onProgress).then(
      (counts) => isCurrent && change({ counts, work: undefined }),
      (error: unknown) => isCurrent && fail(error),
    );
    return () => {
      isCurrent = false;
    };
  }, [summary, pack.id, duplicates]);

  const run = async () => {
    change({ work: 'writing', share: 0, failure: undefined });
    try {
      const done = await importer.current?.run(target, onProgress);
      change({ done, work: undefined });
    } catch (error) {
      fail(error);
    }
  };
  return {
    state,
    run,
    report: (...order: Parameters<Importer['report']>) => importer.current?.report(...order),
  };
}
