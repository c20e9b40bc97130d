import { escapeXml, linkOf } from '../clean-export.ts';

/** A piece of text without line breaks: ODF takes runs of blanks for one and drops those at the ends. */
function inlineText(line: string): string {
  return line
    .split(/(\t| {2,}|^ | $)/)
    .map((piece) => {
      if (piece === '\t') return '<text:tab/>';
      if (/^ +$/.test(piece) && (piece.length > 1 || line.startsWith(' ') || line.endsWith(' ')))
        return piece === ' ' ? '<text:s/>' : `<text:s text:c="${piece.length}"/>`;
      return escapeXml(piece);
    })
    .join('');
}

/** Text of one paragraph: blanks, tabs and line breaks by their elements. */
export function odfText(text: string): string {
  return text.replace(/\r\n?/g, '\n').split('\n').map(inlineText).join('<text:line-break/>');
}

/** One paragraph a line, as cells of spreadsheets have it. */
export function odfLines(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  return lines.map((line) => `<text:p>${inlineText(line)}</text:p>`).join('');
}

/** A paragraph of a style; `content` is ready markup. */
export function odfParagraph(style: string, content: string): string {
  return `<text:p text:style-name="${style}">${content}</text:p>`;
}

/** An address as a link when it is one of the web, else as text. */
export function odfLink(address: string): string {
  const link = linkOf(address);
  return link
    ? `<text:a xlink:type="simple" xlink:href="${escapeXml(link)}">${odfText(address)}</text:a>`
    : odfText(address);
}
