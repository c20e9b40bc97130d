import { strToU8, zipSync } from 'fflate';

const SPACES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"';

/** A row of an ODS file made by hand; cells are markup. */
export function odsRow(cells: readonly string[], attributes = ''): string {
  const inner = cells.map(
    (cell) => `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`,
  );
  return `<table:table-row${attributes}>${inner.join('')}</table:table-row>`;
}

/** An ODS file made by hand, as foreign programs may write it. `styles` is markup of automatic styles. */
export function odsOf(
  tables: readonly { name: string; style?: string; rows: readonly string[] }[],
  styles = '',
): Uint8Array {
  const inner = tables.map(
    ({ name, style = 'ta0', rows }) =>
      `<table:table table:name="${name}" table:style-name="${style}">${rows.join('')}</table:table>`,
  );
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${SPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${inner.join('')}</office:spreadsheet></office:body></office:document-content>`,
    ),
  });
}

/** A copy of an archive whose directory claims another size for the members of a size. */
export function lyingZip(archive: Uint8Array, size: number, claimed: number): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 4 <= bytes.length; at++)
    if (view.getUint32(at, true) === size) view.setUint32(at, claimed, true);
  return bytes;
}
