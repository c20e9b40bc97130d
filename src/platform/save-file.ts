/** Offers a file to be saved, by a link that is pressed for the user: no permission is needed for it. */
export function saveFile(name: string, type: string, content: string | Blob): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken its own hold of the data once the event is over.
  setTimeout(() => URL.revokeObjectURL(url));
}
