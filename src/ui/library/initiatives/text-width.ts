let pen: OffscreenCanvasRenderingContext2D | null | undefined;

/** How wide a text is in the face of the page, CSS px; `size` in CSS px, `weight` as in CSS. */
export function textWidth(text: string, size: number, weight = 400): number {
  pen ??= new OffscreenCanvas(1, 1).getContext('2d');
  // Without a canvas there is nothing to measure with: an em for each character is enough room.
  if (!pen) return text.length * size;
  pen.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(text).width;
}

/** The text, cut to a width with an ellipsis. */
export function fitText(text: string, size: number, width: number, weight = 400): string {
  if (textWidth(text, size, weight) <= width) return text;
  const characters = [...text];
  let [fits, tooLong] = [0, characters.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    const shown = `${characters.slice(0, middle).join('')}…`;
    if (textWidth(shown, size, weight) <= width) fits = middle;
    else tooLong = middle;
  }
  return `${characters.slice(0, fits).join('').trimEnd()}…`;
}

/** Where a line may end: after white space, and around Chinese characters. */
const BREAKS = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The text in at most two lines of a width; what does not fit ends in an ellipsis. */
export function twoLines(text: string, size: number, width: number, weight = 400): string[] {
  if (textWidth(text, size, weight) <= width) return [text];
  let first = '';
  for (const { segment } of BREAKS.segment(text)) {
    if (textWidth((first + segment).trimEnd(), size, weight) > width) break;
    first += segment;
  }
  // A first word that is too long by itself is cut.
  if (first.trim() === '') return [fitText(text, size, width, weight)];
  return [first.trimEnd(), fitText(text.slice(first.length).trimStart(), size, width, weight)];
}

/** Signs that do not begin a line of Chinese. */
const NOT_FIRST = /^[、，。．；：！？）」』》〉】％·)\]},.;:!?%]/;

/** The text in as many lines of a width as it needs; a word that is wider by itself stands out. */
export function allLines(text: string, size: number, width: number, weight = 400): string[] {
  const lines: string[] = [];
  let line = '';
  for (const { segment } of BREAKS.segment(text)) {
    const isWider = textWidth((line + segment).trimEnd(), size, weight) > width;
    if (isWider && line.trim() !== '' && !NOT_FIRST.test(segment)) {
      lines.push(line.trimEnd());
      line = segment.trimStart();
    } else line += segment;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
