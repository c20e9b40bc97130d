import { Refusal } from '../notices.ts';

/** What a file is by its first bytes. */
export type ContentKind = 'zip' | 'ole' | 'text';

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

/** Files that are certainly no lists, by their first bytes: `%PDF`, images, other archives, RTF, databases. */
const OTHERS: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d, 0x00],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0x1f, 0x8b],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
  [0x4d, 0x5a, 0x90],
  [0x7f, 0x45, 0x4c, 0x46],
];

/** What a file is, whatever its name. Throws `Refusal` for an empty file and for what is certainly no list. */
export function recogniseContent(bytes: Uint8Array): ContentKind {
  if (bytes.length === 0) throw new Refusal('empty');
  if (startsWith(bytes, [0x50, 0x4b])) return 'zip';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'ole';
  if (OTHERS.some((signature) => startsWith(bytes, signature))) throw new Refusal('binary');
  return 'text';
}

/** What a text holds. */
export type TextKind = 'json' | 'tbx' | 'html' | 'xml' | 'omegat' | 'delimited';

const OMEGAT_NAME = /\.(utf8|tab)$/i;

/** What a decoded text is, by how it begins; the name decides between a glossary of OmegaT and other tables with tabs. */
export function recogniseText(text: string, name: string): TextKind {
  const start = text.slice(0, 4096).trimStart();
  // 角頻[率] may stand first in a list, so a bracket alone is not JSON.
  if (/^(\{\s*["}]|\[\s*([\]{["\d-]|true|false|null))/.test(start)) return 'json';
  const markup = start.replace(
    /^(<\?xml[^>]*\?>|<!--[\s\S]*?-->|<\?[^>]*\?>|<!DOCTYPE[^>[]*(\[[\s\S]*?\])?\s*>|\s)+/gi,
    '',
  );
  if (/^<(\w+:)?(martif|tbx)\b/i.test(markup)) return 'tbx';
  if (/^<(html|head|body|table|meta|div|style|title)\b/i.test(markup) || /^<!doctype html/i.test(start))
    return 'html';
  if (/^<\?xml|^<!DOCTYPE|^<[a-zA-Z]/.test(start))
    return /<(\w+:)?(martif|tbx)\b/i.test(start) ? 'tbx' : 'xml';
  if (OMEGAT_NAME.test(name) || /^#.*-\*- *coding/i.test(start)) return 'omegat';
  return 'delimited';
}

/** Refuses text that is really binary: NUL and other control characters in numbers. */
export function refuseBinary(text: string): void {
  const sample = text.slice(0, 20_000);
  let count = 0;
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 32 && code !== 27)) count++;
  }
  if (count > 8 && count > sample.length / 50) throw new Refusal('binary');
}
