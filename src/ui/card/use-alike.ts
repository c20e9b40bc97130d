import { useEffect, useState } from 'preact/hooks';
import type { AlikeEntries } from '../../reader/ports.ts';

/** Pause in writing after which other glossaries are asked, ms. */
const PAUSE = 250;

/**
 * Entries of all glossaries that share a term with what is written. They are asked for when one begins and whenever one
 * pauses; the last answer counts. Without `ask`, and where it fails, nothing is known of them.
 */
export function useAlike(
  ask: ((zh: string, en: string) => Promise<AlikeEntries>) | undefined,
  zh: string,
  en: string,
): AlikeEntries | undefined {
  const [alike, setAlike] = useState<AlikeEntries>();
  useEffect(() => {
    let isCurrent = true;
    const look = () =>
      void ask?.(zh, en).then(
        (found) => {
          if (isCurrent) setAlike(found);
        },
        () => {},
      );
    const timer = setTimeout(look, alike ? PAUSE : 0);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [zh, en]);
  return alike;
}
