import type { Notice } from '../notices.ts';
import { Refusal } from '../notices.ts';
import type { Encoding } from './encoding-names.ts';

/** The text of a file, how it was read, and what could not be. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly notices: readonly Notice[];
}

/** Bytes looked at to tell encodings apart. */
const SAMPLE = 64 * 1024;

function encodingOfMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: NUL stands in every other place only (line ends, delimiters, Latin letters). */
function encodingOfNuls(bytes: Uint8Array): Encoding | undefined {
  const nuls = [0, 0];
  const length = Math.min(bytes.length, SAMPLE);
  for (let at = 0; at < length; at++) if (bytes[at] === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  const enough = Math.max(1, length / 200);
  if (odd >= enough && even <= odd / 20) return 'utf-16le';
  if (even >= enough && odd <= even / 20) return 'utf-16be';
  return undefined;
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** How well two-byte units fit an encoding of East Asia: share that lies among its frequent characters. */
type Judge = (lead: number, trail: number) => number;

const judges: readonly [Encoding, Judge, (byte: number) => boolean][] = [
  [
    'big5',
    // Level 1 (A440–C67E) and punctuation (A140–A3BF) are frequent, level 2 is not, the rest is for vendors.
    (lead, trail) => {
      if (!((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1)) return -1;
      if (lead >= 0xa1 && lead <= 0xc6) return 1;
      return lead >= 0xc9 && lead <= 0xf9 ? 0.15 : -0.5;
    },
    (byte) => byte >= 0x81,
  ],
  [
    'gb18030',
    // GB 2312: punctuation A1–A9, level 1 B0–D7; trail bytes below A1 are rare characters of GBK.
    (lead, trail) => {
      if (trail < 0x40 || trail === 0x7f) return -1;
      if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) return 0.95;
      return trail >= 0xa1 && lead >= 0xd8 && lead <= 0xf7 ? 0.15 : -0.3;
    },
    (byte) => byte >= 0x81,
  ],
  [
    'shift_jis',
    // 82–83 are kana and full-width letters, 88–97 the first level; single bytes A1–DF are half-width kana, rare.
    (lead, trail) => {
      if (trail < 0x40 || trail === 0x7f || trail > 0xfc) return -1;
      if (lead >= 0x81 && lead <= 0x83) return 1;
      return lead >= 0x88 && lead <= 0x97 ? 0.9 : 0;
    },
    (byte) => (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc),
  ],
];

function score(bytes: Uint8Array, judge: Judge, leads: (byte: number) => boolean): number {
  let sum = 0;
  let units = 0;
  for (let at = 0; at < Math.min(bytes.length, SAMPLE); at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    units++;
    if (leads(byte) && at + 1 < bytes.length) sum += judge(byte, bytes[++at] ?? 0);
    else sum -= 0.2;
  }
  return units === 0 ? 0 : sum / units;
}

/** Best of the older encodings; Big5 wins a tie, as it is what Taiwan's older files are in. */
function likeliestOlder(bytes: Uint8Array): { encoding: Encoding; score: number } {
  let best: { encoding: Encoding; score: number } = { encoding: 'big5', score: -1 };
  for (const [encoding, judge, leads] of judges) {
    const value = score(bytes, judge, leads);
    if (value > best.score + 0.001) best = { encoding, score: value };
  }
  return best;
}

const countOf = (text: string, character: string): number => text.split(character).length - 1;

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function unreadable(text: string): Notice[] {
  const count = countOf(text, '\uFFFD');
  return count > 0 ? [{ code: 'unreadable-characters', blanks: { count } }] : [];
}

/** Reads bytes in a given encoding; what does not fit becomes U+FFFD and is counted. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): DecodedText {
  const text = withoutMark(new TextDecoder(encoding).decode(bytes));
  return { text, encoding, notices: unreadable(text) };
}

/** Strict UTF-8, also when up to three bytes of a last character were cut off. */
function decodeUtf8(bytes: Uint8Array): DecodedText | undefined {
  for (let cut = 0; cut <= 3 && cut <= bytes.length; cut++) {
    const text = decodeStrictly(bytes.subarray(0, bytes.length - cut), 'utf-8');
    if (text === undefined) continue;
    const notices: Notice[] = cut > 0 ? [{ code: 'cut-bytes', blanks: { count: cut } }] : [];
    return { text: withoutMark(text), encoding: 'utf-8', notices };
  }
  return undefined;
}

/** Damaged UTF-8 is still UTF-8 when far more sequences are right than wrong. */
function decodeDamagedUtf8(bytes: Uint8Array): DecodedText | undefined {
  const decoded = decodeAs(bytes, 'utf-8');
  const broken = countOf(decoded.text, '\uFFFD');
  const whole = decoded.text.replace(/[^\u0080-\uFFFC]/g, '').length;
  return whole > broken * 5 ? decoded : undefined;
}

/**
 * The text of a file whose encoding nobody told: by mark, by the pattern of NUL bytes, strict UTF-8, else the older
 * encoding whose frequent characters fit best. Throws `Refusal` for UTF-32 and for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const mark = encodingOfMark(bytes);
  if (mark === 'utf-16le' && bytes[2] === 0 && bytes[3] === 0) throw new Refusal('not-decodable');
  if (mark && mark !== 'utf-8') return decodeAs(bytes, mark);
  const wide = mark ? undefined : encodingOfNuls(bytes);
  if (wide) return decodeAs(bytes, wide);
  const utf8 = decodeUtf8(bytes) ?? decodeDamagedUtf8(bytes);
  if (utf8) return utf8;
  if (mark) return decodeAs(bytes, mark);
  const { encoding, score: fit } = likeliestOlder(bytes);
  if (fit < 0.2) throw new Refusal('not-decodable');
  const decoded = decodeAs(bytes, encoding);
  if (encoding === 'big5') return decoded;
  return { ...decoded, notices: [{ code: 'guessed-encoding', blanks: { encoding } }, ...decoded.notices] };
}
