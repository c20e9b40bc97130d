/** Fields of a highlight that a report for people tells; ids, selectors and times are for programs. */
export const TOLD_FIELDS: ReadonlySet<string> = new Set([
  'quote',
  'note',
  'tag',
  'colour',
  'state',
  'newWording',
  'title',
  'agency',
  'address',
  'pageDate',
  'readOn',
  'quotedTerm',
]);
