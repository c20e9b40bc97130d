import compiled from '../../assets/matching/scanner.json' with { type: 'json' };
import { fromBase64 } from '../text/base64.ts';
import { isCapitalLetter, isSmallLetter } from './letter-case.ts';
import { reserveHits, type Scan } from './scan-state.ts';
import {
  BEFORE,
  CLASS_TABLE,
  CLASSES,
  ENDS,
  HITS,
  IMAGE,
  MAX_SPAN,
  STATE_BARRED,
  STATE_FIRST_TERM,
  STATE_FREE,
  STATE_ORIGIN,
  UNITS,
  WALKED,
  WINDOW,
  WORK,
  WORK_END,
} from './scanner/layout.ts';
import { quotesBalanced } from './surroundings.ts';

/** What the compiled scanner (`scanner/index.ts`) offers. Places count from `BEFORE` at the window's first unit. */
interface ScannerExports extends WebAssembly.Exports {
  open(): void;
  readWindow(size: number, last: boolean): number;
  slide(): void;
  nextStart(at: number, limit: number): number;
  walk(from: number, limit: number): number;
  walkExact(from: number, limit: number): number;
  findEnds(start: number): number;
  judged(start: number, end: number, payload: number, keyEnd: number): number;
  hasClearEdges(start: number, end: number, payload: number): number;
  standsAlone(start: number, end: number): number;
}

/** What `scanner/units.wat` offers. */
interface UnitsExports extends WebAssembly.Exports {
  handOver(text: string, place: number): void;
}

const PAGE = 65536;

/** The constructor as browsers have it that offer strings to modules (JS String Builtins); its types are not there yet. */
type ModuleConstructor = new (bytes: BufferSource, options?: { builtins: string[] }) => WebAssembly.Module;

let modules: { scanner: WebAssembly.Module; units: WebAssembly.Module } | undefined;

/** Compiled at first use: 7 kB take about a millisecond. */
function compiledModules(): { scanner: WebAssembly.Module; units: WebAssembly.Module } {
  if (!modules) {
    // Named only here: in a browser without WebAssembly all that does without terms must go on.
    const Module = WebAssembly.Module as ModuleConstructor;
    modules = {
      scanner: new Module(fromBase64(compiled.module)),
      units: new Module(fromBase64(compiled.units), { builtins: ['js-string'] }),
    };
  }
  return modules;
}

/** Memory in which an image and the scanner's work lie, with room for an image of that many bytes from `IMAGE` on. */
export function imageMemory(byteLength: number): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: Math.ceil((IMAGE + byteLength) / PAGE) });
}

/** Runs the compiled scanner on one image. One scan at a time; a scan begun within another takes its place until it ends. */
export class Scanner {
  readonly #exports: ScannerExports;
  readonly #memory: WebAssembly.Memory;
  readonly #units: UnitsExports;
  readonly #state: Int32Array;
  readonly #hits: Int32Array;
  readonly #fullRules: boolean;
  #scan: Scan | undefined;
  /** Ends found by `findEnds`: triples end, payload, end of the key without a plural ending. */
  readonly ends: Int32Array;

  /** `memory` holds an image that is known to be whole. */
  constructor(memory: WebAssembly.Memory, fullRules: boolean) {
    this.#memory = memory;
    this.#fullRules = fullRules;
    this.#state = new Int32Array(memory.buffer, 0, UNITS >> 2);
    this.#hits = new Int32Array(memory.buffer, HITS, WINDOW * 3);
    this.ends = new Int32Array(memory.buffer, ENDS, (MAX_SPAN + 2) * 3);
    const host = {
      decide: (start: number, end: number, reported: number) => this.#decide(start, end, reported),
      isBarred: (term: number) => this.#scan?.barred?.has(term) ?? false,
      quotesBalanced: (start: number, end: number) => quotesBalanced(this.#scan?.text ?? '', start, end),
      isCapitalLetter,
      isSmallLetter,
    };
    const env = { memory };
    const { scanner, units } = compiledModules();
    this.#exports = new WebAssembly.Instance(scanner, { env, host }).exports as ScannerExports;
    const layout = { UNITS, CLASSES, CLASS_TABLE, WINDOW };
    this.#units = new WebAssembly.Instance(units, { env, layout }).exports as UnitsExports;
    this.#exports.open();
  }

  #decide(start: number, end: number, reported: number): number {
    const scan = this.#scan;
    return scan ? scan.judge.decide(start, end, reported) : -1;
  }

  /** Does the work of a scan. One begun within another takes its place until it ends, be it by an error. */
  during(scan: Scan, work: () => void): void {
    const outer = this.#scan;
    const kept = outer && new Uint8Array(this.#memory.buffer).slice(WORK, WORK_END);
    this.#scan = scan;
    this.#state[STATE_ORIGIN >> 2] = 0;
    this.#state[STATE_FREE >> 2] = 0;
    this.#state[STATE_FIRST_TERM >> 2] = scan.firstTerm;
    this.#state[STATE_BARRED >> 2] = scan.barred ? 1 : 0;
    try {
      work();
    } finally {
      this.#scan = outer;
      if (kept) new Uint8Array(this.#memory.buffer).set(kept, WORK);
    }
  }

  /** Bytes of the memory: image, tables and work. */
  get byteLength(): number {
    return this.#memory.buffer.byteLength;
  }

  /** Offset in the text of place `BEFORE`. */
  get origin(): number {
    return this.#state[STATE_ORIGIN >> 2] ?? 0;
  }

  /** End of the last hit: starts before it are not free. An offset in the text. */
  get free(): number {
    return this.#state[STATE_FREE >> 2] ?? 0;
  }

  set free(offset: number) {
    this.#state[STATE_FREE >> 2] = offset;
  }

  /** Reads the window at `origin`. Returns the place behind the last start to be walked. */
  readWindow(text: string): number {
    const { origin } = this;
    const filled = origin === 0 ? 0 : WINDOW - WALKED;
    const end = Math.min(text.length, origin + WINDOW);
    this.#units.handOver(text.slice(origin + filled, end), BEFORE + filled);
    return this.#exports.readWindow(end - origin, end === text.length);
  }

  /** Goes on to the next window; false when there is none. */
  slide(text: string): boolean {
    if (this.origin + WINDOW >= text.length) return false;
    this.#exports.slide();
    return true;
  }

  /** Walks the starts in [from, limit) and adds the hits to those of the scan. */
  walk(scan: Scan, from: number, limit: number): void {
    const walk = this.#fullRules ? this.#exports.walk : this.#exports.walkExact;
    const length = walk(from, limit) * 3;
    reserveHits(scan, length);
    scan.hits.set(this.#hits.subarray(0, length), scan.hitLength);
    scan.hitLength += length;
  }
  nextStart(at: number, limit: number): number {
    return this.#exports.nextStart(at, limit);
  }
  /** Finds the ends of all keys that begin at a place. Returns how many numbers of `ends` they take. */
  findEnds(start: number): number {
    return this.#exports.findEnds(start);
  }
  /** The term to report for a key, by its number in the index, or -1. */
  judged(start: number, end: number, payload: number, keyEnd: number): number {
    return this.#exports.judged(start, end, payload, keyEnd);
  }
  /** Whether no word straddles an edge of the hit, and no longer name, address or pair of quotation marks. */
  isWhole(start: number, end: number, payload: number): boolean {
    return (
      this.#exports.hasClearEdges(start, end, payload) !== 0 && this.#exports.standsAlone(start, end) !== 0
    );
  }
}
