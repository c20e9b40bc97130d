import { liveQuery } from 'dexie';

/** Runs a query of the repositories now and after every change of what it read; hands each result on. Ends with `signal`. */
export function watch<T>(query: () => Promise<T>, onResult: (result: T) => void, signal?: AbortSignal): void {
  const subscription = liveQuery(query).subscribe(onResult);
  signal?.addEventListener('abort', () => subscription.unsubscribe());
}
