import labels from '../../assets/text/page-date-labels.json' with { type: 'json' };
import { readWrittenDate } from '../text/written-date.ts';
import { readBlocks } from './blocks.ts';

/** The date that a page gives for itself. */
export interface PageDate {
  /** `YYYY-MM-DD`, or as far as it is given. */
  readonly date: string;
  readonly kind: 'published' | 'updated';
}

/** What of a page tells its date: its meta elements, and its text block by block. */
export interface DatedPage {
  readonly metas: Iterable<{ readonly name: string; readonly content: string }>;
  readonly texts: Iterable<string>;
}

/** Before the Republic's first year no page was dated; what lies in the future is a date of something else. */
const EARLIEST = '1912';

/** How far behind its label a date may begin, UTF-16 units. */
const REACH = 40;

const BETWEEN = /^[\s:：｜|\-–]*/;

function alternatives(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|');
}

const LABELLED = {
  published: new RegExp(`(?:${alternatives(labels.published)})`, 'gi'),
  updated: new RegExp(`(?:${alternatives(labels.updated)})`, 'gi'),
};

/** Different dates that stand behind the labels of a kind. */
function labelledDates(text: string, kind: PageDate['kind'], latest: string): Set<string> {
  const dates = new Set<string>();
  for (const { index, 0: label } of text.matchAll(LABELLED[kind])) {
    const behind = text.slice(index + label.length, index + label.length + REACH).replace(BETWEEN, '');
    const date = readWrittenDate(behind);
    if (date && date >= EARLIEST && date <= latest) dates.add(date);
  }
  return dates;
}

function metaDate(metas: DatedPage['metas'], names: readonly string[], latest: string): string | undefined {
  const given = [...metas];
  for (const name of names) {
    const found = given.find((meta) => meta.name.toLowerCase() === name);
    const date = found && readWrittenDate(found.content);
    if (date && date >= EARLIEST && date <= latest) return date;
  }
  return undefined;
}

/**
 * The date of a page: where it says when it was published; else, for want of that, the later of what its meta elements
 * say and where it says when it was updated. A list of many publications has no date of publication of its own.
 * `today` is `YYYY-MM-DD`.
 */
export function dateOfPage({ metas, texts }: DatedPage, today: string): PageDate | undefined {
  const text = [...texts].join('\n');
  const published = [...labelledDates(text, 'published', today)];
  if (published.length === 1) return { date: published[0]!, kind: 'published' };
  const issued = metaDate(metas, labels.metaPublished, today);
  const updated = [
    ...labelledDates(text, 'updated', today),
    metaDate(metas, labels.metaUpdated, today) ?? '',
  ].sort();
  const newest = updated.at(-1);
  if (newest && (!issued || newest > issued)) return { date: newest, kind: 'updated' };
  return issued ? { date: issued, kind: 'published' } : undefined;
}

/** Meta elements and text of a document in the browser. The text is read when it is asked for. */
export function datedPage(document: Document): DatedPage {
  const metas = [...document.querySelectorAll('meta')].map((meta) => ({
    name: meta.getAttribute('name') ?? meta.getAttribute('property') ?? meta.getAttribute('itemprop') ?? '',
    content: meta.content,
  }));
  const texts = function* () {
    for (const { text } of readBlocks(document.body)) yield text;
  };
  return { metas, texts: { [Symbol.iterator]: texts } };
}
