import type { Highlight, HighlightChange, HighlightEdit, Reanchoring, StateReport } from './highlight.ts';

/**
 * A note after two hands wrote it: `stored` is what the store has, `mine` is what was written, starting from `before`.
 * Nothing that was written is dropped.
 */
export function mergeNotes(before: string, stored: string, mine: string): string {
  if (stored === before || stored === mine || mine.includes(stored)) return mine;
  if (mine === before || stored.includes(mine)) return stored;
  return `${stored}\n\n${mine}`;
}

/**
 * Tags after two hands wrote them: `stored` are what the store has, `mine` what was wanted, starting from `before`. What
 * either hand added is there, what either took away is not.
 */
export function mergeTags(
  before: readonly string[],
  stored: readonly string[],
  mine: readonly string[],
): string[] {
  const [was, now] = [new Set(tidyTags(before)), tidyTags(mine)];
  const taken = new Set([...was].filter((tag) => !now.includes(tag)));
  const kept = stored.filter((tag) => !taken.has(tag));
  return tidyTags([...kept, ...now.filter((tag) => !was.has(tag))]);
}

/** Tags without repeats and without surrounding white space, in their order. */
export function tidyTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.trim().replace(/\s+/g, ' ')).filter((tag) => tag !== ''))];
}

/** The highlight with a change of the reader's. */
export function changed(row: Highlight, change: HighlightChange): Highlight {
  const { colour, note, noteBefore, tags, tagsBefore } = change;
  return {
    ...row,
    ...(colour !== undefined && { colour }),
    ...(note !== undefined && { note: mergeNotes(noteBefore ?? row.note, row.note, note) }),
    ...(tags !== undefined && { tags: mergeTags(tagsBefore ?? row.tags, row.tags, tags) }),
  };
}

/** The highlight with an edit made to many. */
export function edited(row: Highlight, { colour, addTags = [], removeTags = [] }: HighlightEdit): Highlight {
  const tags = tidyTags([...row.tags, ...addTags]).filter((tag) => !removeTags.includes(tag));
  return { ...row, ...(colour !== undefined && { colour }), tags };
}

/** The highlight with a tag of another name; an empty name takes the tag away. */
export function retagged(row: Highlight, from: string, to: string): Highlight {
  return { ...row, tags: tidyTags(row.tags.map((tag) => (tag === from ? to : tag))) };
}

/**
 * The highlight as it was found on its page. The date on which other wording was first seen stays while that wording
 * stays; what was found before is forgotten once the old wording is back. A lost one keeps it as the last that was seen.
 */
export function reported(row: Highlight, report: StateReport, now: string): Highlight {
  const { found: before, reason: _, ...rest } = row;
  const next: Highlight = {
    ...rest,
    state: report.state,
    ...(report.reason !== undefined && { reason: report.reason }),
  };
  if (report.state === 'lost' && before) return { ...next, found: before };
  if (report.state !== 'changed' || !report.found) return next;
  const seenAt = before?.text === report.found.text ? before.seenAt : now;
  return { ...next, found: { ...report.found, seenAt } };
}

/** The highlight with the wording that stands there now; the old one is remembered. Unchanged when there is none. */
export function accepted(row: Highlight, now: string): Highlight {
  const { found, reason: _, recordedAgainst: _recorded, page: _page, ...rest } = row;
  if (!found || row.state !== 'changed') return row;
  return {
    ...rest,
    quote: found.text,
    selectors: found.selectors,
    ...(found.page !== undefined && { page: found.page }),
    state: 'attached',
    earlier: [...(row.earlier ?? []), { quote: row.quote, until: now }],
  };
}

/** The highlight with its old wording kept as a record beside the new one. */
export function recorded(row: Highlight): Highlight {
  return row.found ? { ...row, recordedAgainst: row.found.text } : row;
}

/** Whether the reader has yet to say what to do about a changed wording. */
export function isUnsettled(row: Highlight): boolean {
  return row.state === 'changed' && row.found !== undefined && row.recordedAgainst !== row.found.text;
}

/** The highlight on the words that the reader put it on. Words that were lost or changed are remembered. */
export function reanchored(row: Highlight, to: Reanchoring, now: string): Highlight {
  const { found: _found, reason: _reason, recordedAgainst: _recorded, page: _page, ...rest } = row;
  const isRepair = (row.state === 'lost' || row.state === 'changed') && row.quote !== to.quote;
  return {
    ...rest,
    ...to,
    state: 'attached',
    ...(isRepair && { earlier: [...(row.earlier ?? []), { quote: row.quote, until: now }] }),
  };
}
