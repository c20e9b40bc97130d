import { type Zippable, zipSync } from 'fflate';
import { localMinute } from '../../text/local-day.ts';
import { escapeXml } from '../clean-export.ts';
import type { BuildFacts } from '../format.ts';

/**
 * The frame of every OpenDocument file that we write. Markup keeps to what the grammars of ODF 1.1 and 1.2 both allow, so
 * that it satisfies either edition of CNS 15251. `mimetype` stands first, stored, without an extra field.
 */
export interface OdfDocument {
  readonly mediaType: string;
  /** Complete `content.xml` and `styles.xml`. */
  readonly content: string;
  readonly styles: string;
  readonly settings?: string;
}

/** Name spaces that our parts use, declared on every root element. */
const SPACES = {
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  number: 'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0',
  svg: 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  xlink: 'http://www.w3.org/1999/xlink',
  dc: 'http://purl.org/dc/elements/1.1/',
  meta: 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  config: 'urn:oasis:names:tc:opendocument:xmlns:config:1.0',
  ooo: 'http://openoffice.org/2004/office',
} as const;

/** Earliest day that a zip can note: members carry no time of their own, so that equal records give equal files. */
const NO_TIME = new Date(1980, 0, 1, 12);

/** An XML part with its root, name spaces and version. Nothing is pretty-printed: blanks would become text. */
export function odfPart(root: string, inner: string): string {
  const spaces = Object.entries(SPACES).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<office:${root}${spaces.join('')} office:version="1.2">${inner}</office:${root}>`;
}

/**
 * The faces: one name each, as LibreOffice reads no list of fallbacks. The language of Asian text must be said, or a
 * pan-CJK font shows the glyph forms and the punctuation of Japan or the mainland (seen in rendered pages).
 */
export const fontFaces =
  '<office:font-face-decls><style:font-face style:name="標楷體" svg:font-family="標楷體" style:font-family-generic="script"/><style:font-face style:name="Times New Roman" svg:font-family="&apos;Times New Roman&apos;" style:font-family-generic="roman"/></office:font-face-decls>';

/** Properties of running text in `pt`. */
export function defaultText(size: number): string {
  return `<style:text-properties style:font-name="Times New Roman" style:font-name-asian="標楷體" fo:font-size="${size}pt" style:font-size-asian="${size}pt" fo:language="en" fo:country="US" style:language-asian="zh" style:country-asian="TW"/>`;
}

function metaPart({ title, exportedAt, edition, language }: BuildFacts): string {
  // Times without a zone are those of the reader.
  const made = `${localMinute(exportedAt).replace(' ', 'T')}:00`;
  return odfPart(
    'document-meta',
    `<office:meta><meta:generator>Policy Gloss</meta:generator><dc:title>${escapeXml(title)}</dc:title><meta:creation-date>${made}</meta:creation-date><dc:date>${made}</dc:date><dc:language>${language === 'en' ? 'en-US' : 'zh-TW'}</dc:language><meta:user-defined meta:name="Edition">${escapeXml(edition)}</meta:user-defined></office:meta>`,
  );
}

function manifest(mediaType: string, parts: readonly string[]): string {
  const entries = parts.map(
    (part) => `<manifest:file-entry manifest:full-path="${part}" manifest:media-type="text/xml"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="${mediaType}"/>${entries.join('')}</manifest:manifest>`;
}

/** Packs a document with its description. */
export function packOdf(
  { mediaType, content, styles, settings }: OdfDocument,
  facts: BuildFacts,
): Uint8Array {
  const encode = (text: string) => new TextEncoder().encode(text);
  const parts: Record<string, string> = {
    'content.xml': content,
    'styles.xml': styles,
    'meta.xml': metaPart(facts),
    ...(settings ? { 'settings.xml': settings } : {}),
  };
  const files: Zippable = { mimetype: [encode(mediaType), { level: 0 }] };
  for (const [name, text] of Object.entries(parts)) files[name] = encode(text);
  files['META-INF/manifest.xml'] = encode(manifest(mediaType, Object.keys(parts)));
  return zipSync(files, { mtime: NO_TIME });
}
