/** Level 1 and 2 of Big5 (WHATWG Encoding): the characters that Traditional Chinese text is written with. */
const BIG5_LEVELS = [
  { from: 0xa4, to: 0xc6 },
  { from: 0xc9, to: 0xf9 },
];

let traditional: ReadonlySet<string> | undefined;

function traditionalCharacters(): ReadonlySet<string> {
  if (traditional) return traditional;
  const decoder = new TextDecoder('big5');
  const found = new Set<string>();
  for (const { from, to } of BIG5_LEVELS)
    for (let lead = from; lead <= to; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++)
        for (const character of decoder.decode(Uint8Array.of(lead, trail))) found.add(character);
  traditional = found;
  return found;
}

const HAN = /\p{Script=Han}/u;
const HAN_EACH = /\p{Script=Han}/gu;

/** Whether a text has a Han character. */
export function hasHan(text: string): boolean {
  return HAN.test(text);
}

/** Han characters that Traditional Chinese text of Taiwan does not use, mostly Simplified ones; each once. */
export function notTraditional(text: string): string[] {
  const usual = traditionalCharacters();
  return [...new Set(text.match(HAN_EACH))].filter((character) => !usual.has(character));
}
