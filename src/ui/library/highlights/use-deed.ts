import { useState } from 'preact/hooks';

/**
 * Runs what the reader asked for and keeps the reason when it fails, for the reader to see: `[failure, run]`; a code of
 * the messages that has a text of its own, or what the error says. `run` resolves to whether it was done.
 */
export function useDeed(): [string, (deed: () => Promise<unknown>) => Promise<boolean>] {
  const [failure, setFailure] = useState('');
  const run = async (deed: () => Promise<unknown>) => {
    try {
      await deed();
      setFailure('');
      return true;
    } catch (error) {
      const { code } = (error ?? {}) as { code?: unknown };
      setFailure(code === 'storage' || code === 'not-found' ? code : String(error));
      return false;
    }
  };
  return [failure, run];
}
