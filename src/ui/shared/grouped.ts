const format = new Intl.NumberFormat('en');

/** A whole number with its thousands set off, as both languages of the interface write it. */
export function grouped(count: number): string {
  return format.format(count);
}
