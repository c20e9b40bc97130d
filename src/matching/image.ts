import {
  CLASS_AFTER_LATIN,
  HEADER,
  HEADER_BYTES,
  IMAGE_FLAG,
  IMAGE_MAGIC,
  IMAGE_VERSION,
  imageChecksum,
  SECTIONS,
  type SectionName,
} from './image-layout.ts';
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

/** A compiled term list, ready to scan: views on the image, and the class of every unit. */
export interface TermImage {
  readonly buffer: ArrayBuffer;
  readonly fullRules: boolean;
  readonly singles: boolean;
  readonly termCount: number;
  readonly keyCount: number;
  readonly latinEnd: number;
  readonly soft: number;
  readonly separator: number;
  readonly terminal: number;
  readonly none: number;
  readonly wordClass: number;
  readonly markedCount: number;
  /** Class of every UTF-16 unit (128 kB, the only thing made at opening). */
  readonly unitClass: Uint16Array;
  readonly base: Int32Array;
  readonly check: Uint16Array;
  readonly tails: Uint16Array;
  readonly first: Int32Array;
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
  readonly wordBase: Uint16Array;
  readonly wordCheck: Uint16Array;
  readonly jurisdictions: Uint8Array;
  readonly unitMarks: Uint8Array;
  readonly flagBits: Int32Array;
  readonly flagStarts: Int32Array;
  readonly termFlags: Uint8Array;
  /** Kind of each unit that a match may step over. */
  readonly softKinds: ReadonlyMap<number, number>;
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

function sectionViews(
  buffer: ArrayBuffer,
  header: Int32Array,
): Record<SectionName, Int32Array | Uint16Array | Uint8Array> {
  const views = {} as Record<SectionName, Int32Array | Uint16Array | Uint8Array>;
  SECTIONS.forEach(([name, width], index) => {
    const offset = header[HEADER.sections + index * 2] ?? 0;
    const count = header[HEADER.sections + index * 2 + 1] ?? 0;
    if (width === 4) views[name] = new Int32Array(buffer, offset, count);
    else if (width === 2) views[name] = new Uint16Array(buffer, offset, count);
    else views[name] = new Uint8Array(buffer, offset, count);
  });
  return views;
}

function verify(buffer: ArrayBuffer): Int32Array {
  if (buffer.byteLength < HEADER_BYTES) throw new ImageError('not-an-image');
  const header = new Int32Array(buffer, 0, HEADER_BYTES >> 2);
  if (header[HEADER.magic] !== IMAGE_MAGIC) throw new ImageError('not-an-image');
  if (header[HEADER.version] !== IMAGE_VERSION) throw new ImageError('wrong-version');
  if (header[HEADER.byteLength] !== buffer.byteLength) throw new ImageError('truncated');
  const words = new Int32Array(buffer, 0, buffer.byteLength >> 2);
  if (header[HEADER.checksum] !== imageChecksum(words)) throw new ImageError('damaged');
  return header;
}

function classTable(
  pairs: Uint16Array,
  ranges: Uint16Array,
  soft: Uint16Array,
  latinEnd: number,
): Uint16Array {
  const table = new Uint16Array(65536).fill(latinEnd + CLASS_AFTER_LATIN.none);
  for (let at = 0; at < ranges.length; at += 2) table.fill(0, ranges[at] ?? 0, (ranges[at + 1] ?? 0) + 1);
  for (let at = 0; at < pairs.length; at += 2) table[pairs[at] ?? 0] = pairs[at + 1] ?? 0;
  for (let at = 0; at < soft.length; at += 2) table[soft[at] ?? 0] = latinEnd + CLASS_AFTER_LATIN.soft;
  return table;
}

/** Views on an image that is known to be whole. */
export function viewImage(buffer: ArrayBuffer): TermImage {
  const header = new Int32Array(buffer, 0, HEADER_BYTES >> 2);
  const views = sectionViews(buffer, header);
  const latinEnd = header[HEADER.latinEnd] ?? 0;
  const soft = views.softUnits as Uint16Array;
  const softKinds = new Map<number, number>();
  for (let at = 0; at < soft.length; at += 2) softKinds.set(soft[at] ?? 0, soft[at + 1] ?? 0);
  const flags = header[HEADER.flags] ?? 0;
  return {
    buffer,
    fullRules: (flags & IMAGE_FLAG.fullRules) !== 0,
    singles: (flags & IMAGE_FLAG.singles) !== 0,
    termCount: header[HEADER.termCount] ?? 0,
    keyCount: header[HEADER.keyCount] ?? 0,
    latinEnd,
    soft: latinEnd + CLASS_AFTER_LATIN.soft,
    separator: latinEnd + CLASS_AFTER_LATIN.separator,
    terminal: latinEnd + CLASS_AFTER_LATIN.terminal,
    none: latinEnd + CLASS_AFTER_LATIN.none,
    wordClass: header[HEADER.wordClass] ?? 0,
    markedCount: header[HEADER.markedCount] ?? 0,
    unitClass: classTable(views.unitClasses as Uint16Array, views.latinRanges as Uint16Array, soft, latinEnd),
    base: views.base as Int32Array,
    check: views.check as Uint16Array,
    tails: views.tails as Uint16Array,
    first: views.first as Int32Array,
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
    wordBase: views.wordBase as Uint16Array,
    wordCheck: views.wordCheck as Uint16Array,
    jurisdictions: views.jurisdictions as Uint8Array,
    unitMarks: views.unitMarks as Uint8Array,
    flagBits: views.flagBits as Int32Array,
    flagStarts: views.flagStarts as Int32Array,
    termFlags: views.termFlags as Uint8Array,
    softKinds,
    ruleCache: new Map(),
    textCache: new Map(),
  };
}

/**
 * Opens a compiled image: checks that it is one, of this version, whole and undamaged (`ImageError` says what is
 * wrong), and makes the views. Needs no term list.
 */
export function openImage(buffer: ArrayBuffer): TermIndex {
  verify(buffer);
  return { image: viewImage(buffer) };
}
