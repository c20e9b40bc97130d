/** Puts plain text, and rich text beside it where given, onto the clipboard. For extension pages, after a press. */
export async function copyContent({
  plain,
  html,
}: {
  readonly plain: string;
  readonly html?: string;
}): Promise<void> {
  if (html === undefined) return navigator.clipboard.writeText(plain);
  const item = new ClipboardItem({
    'text/plain': new Blob([plain], { type: 'text/plain' }),
    'text/html': new Blob([html], { type: 'text/html' }),
  });
  await navigator.clipboard.write([item]);
}
