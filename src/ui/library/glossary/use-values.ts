import { useEffect, useState } from 'preact/hooks';
import type { EntryTable } from './glossary-ports.ts';

/** Values of a field in use, most used first; counted after the page has been drawn. */
export function useValues(
  table: EntryTable,
  field: 'subject' | 'source',
  isWanted: boolean,
  version: unknown,
): readonly string[] {
  const [values, setValues] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!isWanted) return;
    const timer = setTimeout(() => setValues(table.valuesOf(field)));
    return () => clearTimeout(timer);
  }, [isWanted, version]);
  return values;
}
