import { escapeXml } from './clean-export.ts';
import type { BuildFacts } from './format.ts';

/** Text as markup, with its line breaks. */
export const broken = (text: string): string => escapeXml(text).replace(/\n/g, '<br>');

/** A table, the headings first. */
export function htmlTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const row = (cells: readonly string[], cell: 'th' | 'td') =>
    `<tr>${cells.map((text) => `<${cell}>${broken(text)}</${cell}>`).join('')}</tr>`;
  return `<table border="1"><thead>${row(head, 'th')}</thead><tbody>${body.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
}

/** A page that needs nothing else: no script, nothing fetched. `body` is markup. */
export function htmlPage(body: string, { language, title }: BuildFacts): string {
  const lang = language === 'en' ? 'en' : 'zh-Hant-TW';
  const head = `<!DOCTYPE html>\n<html lang="${lang}">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n<meta name="viewport" content="width=device-width">\n<title>${escapeXml(title)}</title>\n</head>`;
  return `${head}\n<body>\n<h1>${escapeXml(title)}</h1>\n${body}\n</body>\n</html>\n`;
}
