import {
  measureElement,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';

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
  const [, refresh] = useReducer((count: number, _: undefined) => count + 1, 0);
  const list = useRef<HTMLUListElement>(null);
  const margin = useRef(0);
  const frame = useRef(0);
  // The same function for the same rows: with another one all rows would be laid out anew at every step.
  const getItemKey = useMemo(() => (index: number) => (rows[index] ? keyOf(rows[index]) : index), [rows]);
  const options: VirtualizerOptions<Window, HTMLLIElement> = {
    count: rows.length,
    getScrollElement: () => window,
    estimateSize: () => ESTIMATE,
    getItemKey,
    overscan: OVERSCAN,
    scrollMargin: margin.current,
    initialRect: { width: innerWidth, height: innerHeight },
    initialOffset: () => scrollY,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    measureElement,
    useAnimationFrameWithResizeObserver: true,
    onChange: () => {
      // Once a frame, however many rows were measured.
      frame.current ||= requestAnimationFrame(() => {
        frame.current = 0;
        refresh(undefined);
      });
    },
  };
  const [virtualizer] = useState(() => new Virtualizer<Window, HTMLLIElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => {
    const top = (list.current?.getBoundingClientRect().top ?? 0) + scrollY;
    if (Math.abs(top - margin.current) > 1) {
      margin.current = top;
      refresh(undefined);
    }
    virtualizer._willUpdate();
  });
  useLayoutEffect(() => {
    const at = first === undefined ? -1 : rows.findIndex((row) => keyOf(row) === first);
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'center' });
  }, [first, rows.length > 0]);
  return (
    <ul ref={list} class={className} style={{ height: `${virtualizer.getTotalSize()}px` }}>
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const row = rows[index];
        return (
          row !== undefined && (
            <li
              key={key}
              data-index={index}
              ref={(element) => virtualizer.measureElement(element)}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - margin.current}px)` }}
            >
              {children(row)}
            </li>
          )
        );
      })}
    </ul>
  );
}
