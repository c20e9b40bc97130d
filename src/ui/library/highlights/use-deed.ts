import { useState } from 'preact/hooks';

/**
 * Runs what the reader asked for and keeps the reason when it fails, for the reader to see: `[failure, run]`. `run`
 * resolves to whether it was done.
 */
export function useDeed(): [string, (deed: () => Promise<unknown>) => Promise<boolean>] {
  const [failure, setFailure] = useState('');
  const run = async (deed: () => Promise<unknown>) => {
    try {
      await deed();
      setFailure('');
      return true;
    } catch (error) {
      setFailure((error as { code?: unknown } | null)?.code === 'storage' ? 'storage' : String(error));
      return false;
    }
  };
  return [failure, run];
}
