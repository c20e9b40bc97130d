const two = (part: number) => String(part).padStart(2, '0');

/**
 * The day of a time where the reader is, ISO 8601 `YYYY-MM-DD`, as every date of the product is shown and written: one
 * order for both languages, the same in a table as in a sentence. In UTC it would be yesterday until eight in Taiwan.
 */
export function localDay(time: Date | string): string {
  const date = new Date(time);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Day and minute of a time where the reader is, `YYYY-MM-DD HH:MM`, for what happens several times a day. */
export function localMinute(time: Date | string): string {
  const date = new Date(time);
  return `${localDay(date)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
