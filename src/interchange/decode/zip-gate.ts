import { Inflate } from 'fflate';
import { MOST_MEMBERS, MOST_UNPACKED_BYTES } from '../limits.ts';
import { Refusal } from '../notices.ts';

/** A member of an archive, as its central directory names it. */
interface Member {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
/** Packed bytes between two looks at what came out, which is at most a thousand times as much. */
const CHUNK = 8 * 1024;

/** Place of the end record, or -1: without it there is no directory, and what follows is guesswork. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at--)
    if (view.getUint32(at, true) === END) return at;
  return -1;
}

/** The directory of an archive, judged by itself: nothing is unpacked yet. Throws `Refusal`. */
function readDirectory(bytes: Uint8Array): Member[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw new Refusal('damaged-zip');
  const count = view.getUint16(end + 10, true);
  if (count > MOST_MEMBERS) throw new Refusal('too-many-members', { most: MOST_MEMBERS });
  const members: Member[] = [];
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw new Refusal('damaged-zip');
    const flags = view.getUint16(at + 8, true);
    if ((flags & 1) !== 0) throw new Refusal('encrypted');
    const nameLength = view.getUint16(at + 28, true);
    const name = decodeName(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0);
    if (/^[/\\]|^[a-zA-Z]:|(^|[/\\])\.\.([/\\]|$)|\\/.test(name)) throw new Refusal('zip-path', { name });
    const unpacked = view.getUint32(at + 24, true);
    total += unpacked;
    if (total > MOST_UNPACKED_BYTES)
      throw new Refusal('unpacks-too-large', { most: MOST_UNPACKED_BYTES / 1024 / 1024 });
    members.push({
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked,
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return members;
}

/** Names of an archive's members. Throws `Refusal` as `unpackZip` does. */
export function zipNames(bytes: Uint8Array): string[] {
  return readDirectory(bytes).map(({ name }) => name);
}

/** Names say whether they are UTF-8; in Taiwan the rest is mostly Big5. */
function decodeName(bytes: Uint8Array, utf8: boolean): string {
  if (utf8) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('big5').decode(bytes);
  }
}

/**
 * Unpacks piece by piece and stops as soon as more comes out than the directory said: the sizes of a bomb lie. Waiting
 * for the limit on all members instead would take more than a second.
 */
function inflate(packed: Uint8Array, said: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((chunk) => {
    length += chunk.length;
    if (length <= said) chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length || at === 0; at += CHUNK) {
      stream.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
      if (length > said) break;
    }
  } catch {
    throw new Refusal('damaged-zip');
  }
  if (length > said) throw new Refusal('zip-sizes');
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/**
 * The members of an archive by name, within the limits on number and unpacked size, those only that `wanted` lets
 * through. Throws `Refusal` for damaged, encrypted and oversized archives and for names that leave the folder.
 */
export function unpackZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean = () => true,
): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unpacked = new Map<string, Uint8Array>();
  let left = MOST_UNPACKED_BYTES;
  for (const { name, method, packed, unpacked: said, offset } of readDirectory(bytes)) {
    if (name.endsWith('/') || !wanted(name)) continue;
    if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL)
      throw new Refusal('damaged-zip');
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const data = bytes.subarray(start, start + packed);
    if (data.length < packed) throw new Refusal('damaged-zip');
    if (method !== 0 && method !== 8) throw new Refusal('damaged-zip');
    const content = method === 0 ? data.slice() : inflate(data, said);
    left -= content.length;
    if (left < 0) throw new Refusal('unpacks-too-large', { most: MOST_UNPACKED_BYTES / 1024 / 1024 });
    unpacked.set(name, content);
  }
  return unpacked;
}
