/** Encodes text in a two-byte encoding by turning its decoder round; for tests only. */
export function encodeLegacy(text: string, encoding: 'big5' | 'gb18030' | 'shift_jis'): Uint8Array {
  const table = tableOf(encoding);
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else {
      const pair = table.get(character);
      if (!pair) throw new Error(`${character} is not in ${encoding}`);
      bytes.push(...pair);
    }
  }
  return Uint8Array.from(bytes);
}

const tables = new Map<string, Map<string, [number, number]>>();

function tableOf(encoding: string): Map<string, [number, number]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if ([...text].length === 1 && text !== '\uFFFD' && !table.has(text)) table.set(text, [lead, trail]);
    }
  }
  tables.set(encoding, table);
  return table;
}

/** UTF-16 bytes of a text, with or without the mark. */
export function encodeUtf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const units = [...(mark ? `\uFEFF${text}` : text).split('')].map((unit) => unit.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((unit) => (order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}
