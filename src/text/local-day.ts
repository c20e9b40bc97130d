/** The day of a time where the reader is, ISO 8601 `YYYY-MM-DD`. In UTC it would be yesterday until eight in Taiwan. */
export function localDay(time: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}
