import {
  HEADER,
  HEADER_BYTES,
  IMAGE_FLAG,
  IMAGE_MAGIC,
  IMAGE_VERSION,
  imageChecksum,
  SECTIONS,
  type SectionName,
} from './image-layout.ts';
import { IMAGE } from './scanner/layout.ts';
import { imageMemory, Scanner } from './scanner.ts';
import type { TermRules } from './term-rules.ts';

/** Why an image cannot be used. All of them mean: compile anew. */
export type ImageErrorCode = 'not-an-image' | 'wrong-version' | 'truncated' | 'damaged';

/** Thrown by `openImage`. */
export class ImageError extends Error {
  readonly code: ImageErrorCode;
  constructor(code: ImageErrorCode) {
    super(`term image: ${code}`);
    this.name = 'ImageError';
    this.code = code;
  }
}

/** A compiled term list, ready to scan: views on the image, which lies in the memory of its scanner. */
export interface TermImage {
  /** All of the image. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly scanner: Scanner;
  readonly fullRules: boolean;
  readonly termCount: number;
  readonly keyCount: number;
  readonly groups: Int32Array;
  readonly groupStarts: Int32Array;
  readonly members: Int32Array;
  readonly memberGroups: Int32Array;
  readonly groupTexts: Uint16Array;
  readonly groupTextStarts: Int32Array;
  readonly ranks: Int32Array;
  readonly ruleTerms: Int32Array;
  readonly ruleStarts: Int32Array;
  readonly rules: Uint16Array;
  readonly jurisdictions: Uint8Array;
  readonly flagBits: Int32Array;
  readonly flagStarts: Int32Array;
  readonly termFlags: Uint8Array;
  /** Rules and wordings read so far. */
  readonly ruleCache: Map<number, TermRules | null>;
  readonly textCache: Map<number, string>;
}

/** What `recognise` scans with: an image, and perhaps what changed since it was compiled (`change-index.ts`). */
export interface TermIndex {
  readonly image: TermImage;
  readonly change?: IndexChange;
}

/** Terms added and removed since an image was compiled. Added terms are numbered on from its last. */
export interface IndexChange {
  readonly added: TermImage;
  readonly removed: ReadonlySet<number>;
  /** Wording of any term, by number. */
  readonly textOf: (term: number) => string;
}

type Views = Record<SectionName, Int32Array | Uint16Array | Uint8Array>;

/** Views on the sections of an image that begins at `begin` of a buffer. */
function sectionViews(buffer: ArrayBuffer, begin: number, header: Int32Array): Views {
  const views = {} as Views;
  SECTIONS.forEach(([name, width], index) => {
    const offset = begin + (header[HEADER.sections + index * 2] ?? 0);
    const count = header[HEADER.sections + index * 2 + 1] ?? 0;
    if (width === 4) views[name] = new Int32Array(buffer, offset, count);
    else if (width === 2) views[name] = new Uint16Array(buffer, offset, count);
    else views[name] = new Uint8Array(buffer, offset, count);
  });
  return views;
}

/** Throws an `ImageError` unless what lies at `IMAGE` of a memory is a whole image of that many bytes. */
function verify(memory: WebAssembly.Memory, byteLength: number): void {
  if (byteLength < HEADER_BYTES) throw new ImageError('not-an-image');
  const words = new Int32Array(memory.buffer, IMAGE, byteLength >> 2);
  if (words[HEADER.magic] !== IMAGE_MAGIC) throw new ImageError('not-an-image');
  if (words[HEADER.version] !== IMAGE_VERSION) throw new ImageError('wrong-version');
  if (words[HEADER.byteLength] !== byteLength) throw new ImageError('truncated');
  if (words[HEADER.checksum] !== imageChecksum(words)) throw new ImageError('damaged');
}

/** Views on an image that lies, whole, in the memory of a scanner. */
function viewMemory(memory: WebAssembly.Memory, byteLength: number): TermImage {
  const header = new Int32Array(memory.buffer, IMAGE, HEADER_BYTES >> 2);
  const views = sectionViews(memory.buffer, IMAGE, header);
  const fullRules = ((header[HEADER.flags] ?? 0) & IMAGE_FLAG.fullRules) !== 0;
  return {
    bytes: new Uint8Array(memory.buffer, IMAGE, byteLength),
    scanner: new Scanner(memory, fullRules),
    fullRules,
    termCount: header[HEADER.termCount] ?? 0,
    keyCount: header[HEADER.keyCount] ?? 0,
    groups: views.groups as Int32Array,
    groupStarts: views.groupStarts as Int32Array,
    members: views.members as Int32Array,
    memberGroups: views.memberGroups as Int32Array,
    groupTexts: views.groupTexts as Uint16Array,
    groupTextStarts: views.groupTextStarts as Int32Array,
    ranks: views.ranks as Int32Array,
    ruleTerms: views.ruleTerms as Int32Array,
    ruleStarts: views.ruleStarts as Int32Array,
    rules: views.rules as Uint16Array,
    jurisdictions: views.jurisdictions as Uint8Array,
    flagBits: views.flagBits as Int32Array,
    flagStarts: views.flagStarts as Int32Array,
    termFlags: views.termFlags as Uint8Array,
    ruleCache: new Map(),
    textCache: new Map(),
  };
}

function memoryWith(image: ArrayBuffer): WebAssembly.Memory {
  const memory = imageMemory(image.byteLength);
  new Uint8Array(memory.buffer).set(new Uint8Array(image), IMAGE);
  return memory;
}

/** Views on an image that is known to be whole. */
export function viewImage(image: ArrayBuffer): TermImage {
  return viewMemory(memoryWith(image), image.byteLength);
}

/**
 * Opens a compiled image: checks that it is one, of this version, whole and undamaged (`ImageError` says what is
 * wrong), and makes the views. Needs no term list.
 */
export function openImage(image: ArrayBuffer): TermIndex {
  const memory = memoryWith(image);
  verify(memory, image.byteLength);
  return { image: viewMemory(memory, image.byteLength) };
}

/** Bytes of a stored image asked for at a time. */
const PART = 1 << 20;

/**
 * As `openImage`, for one that was stored: it is read straight into the memory where it is used. Rejects with what the
 * store says when it cannot be read.
 */
export async function readImage(stored: Blob): Promise<TermIndex> {
  const memory = imageMemory(stored.size);
  const bytes = new Uint8Array(memory.buffer, IMAGE);
  // One buffer takes all parts: memory that nobody touched before costs more than the copying.
  const reader = stored.stream().getReader({ mode: 'byob' });
  const next = (buffer: ArrayBuffer) => reader.read(new Uint8Array(buffer));
  let length = 0;
  for (let part = await next(new ArrayBuffer(PART)); !part.done; part = await next(part.value.buffer)) {
    bytes.set(part.value, length);
    length += part.value.length;
  }
  verify(memory, length);
  return { image: viewMemory(memory, length) };
}
