import {
  defaultRangeExtractor,
  measureElement,
  observeWindowOffset,
  observeWindowRect,
  type VirtualItem,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

/** What a list of rows that scrolls with the window is like. */
export interface VirtualRowsOptions {
  readonly count: number;
  /** Names a row. The same function for the same rows: with another one all rows are laid out anew. */
  readonly keyOf: (index: number) => string | number;
  /** Height of a row before it is measured, CSS px; of every row when rows are not measured. */
  readonly height: number;
  /** Rows that stand ready above and below the viewport. */
  readonly overscan: number;
  /** Height of what sticks to the top of the window and would cover rows, CSS px. */
  readonly covered?: number;
  /** Row that stays in the document wherever the window is, such as the one with the focus. */
  readonly kept?: number;
}

/** The rows that are to be in the document, and where. */
export interface VirtualRows<E extends HTMLElement> {
  /** Goes to the element that holds the rows, as high as all of them. */
  readonly container: RefObject<E | null>;
  readonly items: readonly VirtualItem[];
  /** Height of all rows, CSS px. */
  readonly total: number;
  /** Distance of a row from the top of the container, CSS px. */
  topOf(item: VirtualItem): number;
  /** Measures a row from now on; for lists whose rows differ in height. */
  measure(element: HTMLElement | null): void;
  /** Brings a row into view. */
  show(index: number, align: 'auto' | 'center'): void;
}

function rangeWith(kept: number | undefined) {
  return (range: Parameters<typeof defaultRangeExtractor>[0]): number[] => {
    const indexes = defaultRangeExtractor(range);
    if (kept === undefined || kept < 0 || kept >= range.count || indexes.includes(kept)) return indexes;
    return kept < (indexes[0] ?? 0) ? [kept, ...indexes] : [...indexes, kept];
  };
}

/** Lays out rows of a list of any length so that only those near the viewport are in the document. */
export function useVirtualRows<E extends HTMLElement>(wanted: VirtualRowsOptions): VirtualRows<E> {
  const { count, keyOf, height, overscan, covered = 0, kept } = wanted;
  const [, refresh] = useReducer((times: number, _: undefined) => times + 1, 0);
  const container = useRef<E>(null);
  const margin = useRef(0);
  const frame = useRef(0);
  const options: VirtualizerOptions<Window, HTMLElement> = {
    count,
    getScrollElement: () => window,
    estimateSize: () => height,
    getItemKey: keyOf,
    overscan,
    rangeExtractor: rangeWith(kept),
    scrollMargin: margin.current,
    scrollPaddingStart: covered,
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
  const [virtualizer] = useState(() => new Virtualizer<Window, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => {
    const top = (container.current?.getBoundingClientRect().top ?? 0) + scrollY;
    if (Math.abs(top - margin.current) > 1) {
      margin.current = top;
      refresh(undefined);
    }
    virtualizer._willUpdate();
  });
  useLayoutEffect(() => virtualizer.measure(), [height]);
  return {
    container,
    items: virtualizer.getVirtualItems(),
    total: virtualizer.getTotalSize(),
    topOf: ({ start }) => start - margin.current,
    measure: (element) => virtualizer.measureElement(element),
    show: (index, align) => virtualizer.scrollToIndex(index, { align }),
  };
}
