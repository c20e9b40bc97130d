/** One byte per term, of which only those that are not nought are kept. */
export interface PackedFlags {
  /** A bit for each term that has a byte; empty when none has. */
  readonly flagBits: Int32Array;
  /** For each word of `flagBits`, how many bytes belong to the words before it. */
  readonly flagStarts: Int32Array;
  readonly termFlags: Uint8Array;
}

function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Packs the flags of all terms. */
export function packFlags(flags: Uint8Array): PackedFlags {
  const words = (flags.length + 31) >> 5;
  const flagBits = new Int32Array(words);
  const flagStarts = new Int32Array(words);
  const termFlags = new Uint8Array(flags.length);
  let count = 0;
  for (let term = 0; term < flags.length; term++) {
    const flag = flags[term] ?? 0;
    if ((term & 31) === 0) flagStarts[term >> 5] = count;
    if (flag === 0) continue;
    flagBits[term >> 5] = (flagBits[term >> 5] ?? 0) | (1 << (term & 31));
    termFlags[count++] = flag;
  }
  return { flagBits, flagStarts, termFlags: termFlags.slice(0, count) };
}

/** Flags of a term, by its number in the image. */
export function unpackFlags({ flagBits, flagStarts, termFlags }: PackedFlags, term: number): number {
  const bits = (flagBits[term >> 5] ?? 0) >>> 0;
  const bit = 1 << (term & 31);
  if ((bits & bit) === 0) return 0;
  return termFlags[(flagStarts[term >> 5] ?? 0) + countBits(bits & (bit - 1))] ?? 0;
}
