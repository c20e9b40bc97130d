/**
 * The scanner: reads a text window by window, walks the trie of an image from every place where a key may begin, and
 * weighs what it finds. Compiled to WebAssembly (`node scripts/make-scanner.ts`), because code that runs a page's first scan must be
 * fast before any compiler has seen it run.
 */
export { findEnds } from './ends';
export { open } from './image';
export { hasClearEdges, judged, standsAlone } from './verdict';
export { walk, walkExact } from './walk';
export { nextStart, readWindow, slide } from './window';
