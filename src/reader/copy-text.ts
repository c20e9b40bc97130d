/**
 * Puts a text on the clipboard, in answer to a press of the user. `navigator.clipboard` is missing on pages served
 * over plain http, which many agencies still are; there the browser's own copy command is given the text, without a
 * helper element on the page. Rejects when neither way is open.
 */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  let taken = false;
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    taken = true;
  };
  addEventListener('copy', give, { capture: true, once: true });
  document.execCommand('copy');
  removeEventListener('copy', give, { capture: true });
  if (!taken) throw new Error('the browser did not copy');
}
