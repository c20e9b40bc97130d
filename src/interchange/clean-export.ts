/**
 * Text fit for XML 1.0: lone surrogates become U+FFFD, characters that XML cannot hold are dropped. Every XML writer
 * passes its texts through here, once.
 */
export function cleanXml(text: string): string {
  return text.toWellFormed().replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is dropped
    /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g,
    '',
  );
}

/** Clean text with the signs of mark-up escaped, fit for elements and for attributes in double quotes. */
export function escapeXml(text: string): string {
  return cleanXml(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** Line breaks, tabs and runs of blanks as one blank: for formats with one line a record. */
export function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** An address that may become a link: http or https, else `undefined`. */
export function linkOf(address: string): string | undefined {
  return /^https?:\/\/[^\s]+$/i.test(address) ? address : undefined;
}

const LONGEST_NAME = 80;

/** A file name made from a title: without signs that a file system or an archive refuses, at most 80 characters. */
export function fileNameOf(title: string): string {
  const name = [...title.toWellFormed()]
    .filter((character) => !/[\\/:*?"<>|\p{Cc}\p{Cf}]/u.test(character))
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return name || 'untitled';
}
