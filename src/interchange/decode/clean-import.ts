/** Counts what hygiene took away, so that the report can say it. */
export interface Hygiene {
  control: number;
  bidi: number;
}

/** Counters that stand at nothing. */
export function newHygiene(): Hygiene {
  return { control: 0, bidi: 0 };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/g;
const BIDI = /[\u202A-\u202E\u2066-\u2069]/g;
/** Blanks of all widths, zero-width signs and the mark. */
const EDGE = /[\s\u0085\u200B-\u200F\u2060\uFEFF\u00AD]/;

/** Takes blanks off both ends, unit by unit: a pattern would try every run of blanks inside a long text. */
function trimEdges(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && EDGE.test(text[start] ?? '')) start++;
  while (end > start && EDGE.test(text[end - 1] ?? '')) end--;
  return text.slice(start, end);
}

const SUSPECT = /[^\u0020-\u007E]|^ | $/;

/**
 * Text of a foreign file made fit to keep: NFC, without control and direction signs, blanks and zero-width signs off
 * both ends. Full-width letters stay as they are. Line breaks become `\n`.
 */
export function cleanImported(text: string, hygiene: Hygiene): string {
  if (!SUSPECT.test(text)) return text;
  const plain = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, () => {
      hygiene.control++;
      return '';
    })
    .replace(BIDI, () => {
      hygiene.bidi++;
      return '';
    });
  return trimEdges(trimEdges(plain).normalize('NFC'));
}

/** One apostrophe that a spreadsheet file has before a formula sign is not part of the text. */
export function withoutGuard(text: string): string {
  return /^'[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text;
}
