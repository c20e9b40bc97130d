import { useEffect, useRef, useState } from 'preact/hooks';
import type { LibraryPorts } from '../ports.ts';
import { filterOf, type TableQuery } from './table-query.ts';

/** Rows of the first reading after which a part is shown already. */
const FIRST_PART = 2_000;

/** The rows that a query lets through. */
export interface FoundRows {
  /** In order; undefined until there are any to tell of. */
  readonly ids: readonly string[] | undefined;
  /** Rows read so far, while the first reading goes on. */
  readonly reading: number | undefined;
  /** Is another when a row may have changed. */
  readonly version: number;
}

/** Follows a query over the table, and the table over changes of the store. */
export function useRows(
  query: TableQuery,
  { glossary, fold }: Pick<LibraryPorts, 'glossary' | 'fold'>,
): FoundRows {
  const { table, changes } = glossary;
  const [found, setFound] = useState<FoundRows>({ ids: undefined, reading: undefined, version: 0 });
  const latest = useRef(query);
  latest.current = query;
  const isThere = useRef(true);
  const select = async (reading: number | undefined) => {
    const { by, descending } = latest.current;
    const ids = await table.select(filterOf(latest.current, fold), { by, descending });
    if (ids && isThere.current) setFound(({ version }) => ({ ids, reading, version: version + 1 }));
  };
  const change = changes.value;
  useEffect(() => {
    const read = async () => {
      let isShown = false;
      await table.refresh((rows) => {
        if (isShown || rows < FIRST_PART) return;
        isShown = true;
        void select(rows);
      });
      await select(undefined);
    };
    void read();
  }, [change]);
  useEffect(() => void select(undefined), [JSON.stringify(query)]);
  useEffect(
    () => () => {
      isThere.current = false;
    },
    [],
  );
  return found;
}
