import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { useVirtualRows } from '../virtual/use-virtual-rows.ts';

/** Height of a row before it is measured, CSS px. */
const ESTIMATE = 230;

/** Rows that stand ready above and below the viewport. */
const OVERSCAN = 4;

/**
 * A list that scrolls with the window and of which only the rows near the viewport are in the document. The number of
 * rows and the place of each are told to assistive technology.
 */
export function VirtualList<T>(props: {
  rows: readonly T[];
  keyOf: (row: T) => string;
  className: string;
  /** Row to be brought into view when the list appears, if it is in it. */
  first?: string;
  children: (row: T) => ComponentChildren;
}) {
  const { rows, keyOf, className, first, children } = props;
  const keyOfIndex = useMemo(() => (index: number) => (rows[index] ? keyOf(rows[index]) : index), [rows]);
  const { container, items, total, topOf, measure, show } = useVirtualRows<HTMLUListElement>({
    count: rows.length,
    keyOf: keyOfIndex,
    height: ESTIMATE,
    overscan: OVERSCAN,
  });
  useLayoutEffect(() => {
    const at = first === undefined ? -1 : rows.findIndex((row) => keyOf(row) === first);
    if (at >= 0) show(at, 'center');
  }, [first, rows.length > 0]);
  return (
    <ul ref={container} class={className} style={{ height: `${total}px` }}>
      {items.map((item) => {
        const row = rows[item.index];
        return (
          row !== undefined && (
            <li
              key={item.key}
              data-index={item.index}
              ref={measure}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              style={{ transform: `translateY(${topOf(item)}px)` }}
            >
              {children(row)}
            </li>
          )
        );
      })}
    </ul>
  );
}
