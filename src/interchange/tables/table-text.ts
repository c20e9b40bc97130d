import { escapeXml, inOneLine } from '../clean-export.ts';

/** A table as a piece of HTML, the first row its headings; every cell is text. */
export function htmlTable(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[], cell: 'th' | 'td') =>
    `<tr>${cells.map((text) => `<${cell}>${escapeXml(text).replace(/\n/g, '<br>')}</${cell}>`).join('')}</tr>`;
  const [head = [], ...body] = rows;
  return `<table border="1"><thead>${line(head, 'th')}</thead><tbody>${body.map((cells) => line(cells, 'td')).join('')}</tbody></table>`;
}

/** The same as lines with tabs between the cells, which spreadsheets take apart again. */
export function plainTable(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((text) => inOneLine(text.toWellFormed())).join('\t')).join('\n');
}
