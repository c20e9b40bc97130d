/** The day of a time where the reader is, `YYYY-MM-DD`. */
export function localDay(time: Date): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${time.getFullYear()}-${part(time.getMonth() + 1)}-${part(time.getDate())}`;
}
