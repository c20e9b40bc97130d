import labels from '../../assets/text/law-date-labels.json' with { type: 'json' };
import { readWrittenDate } from '../text/written-date.ts';

/** How far behind its label a date may begin, UTF-16 units. */
const REACH = 40;

function datesBehind(text: string, words: readonly string[]): Set<string> {
  const dates = new Set<string>();
  for (const { index, 0: label } of text.matchAll(new RegExp(words.join('|'), 'gi'))) {
    const behind = text.slice(index + label.length, index + label.length + REACH);
    const date = readWrittenDate(behind.replace(/^[\s:：]+/, ''));
    if (date) dates.add(date);
  }
  return dates;
}

/**
 * The date of the wording of the law that a page shows, as far as it is given (`YYYY-MM-DD` or less): of its last
 * amendment, else of its making. Undefined when the page gives several, as a list of laws does.
 */
export function lawDate(lines: Iterable<string>): string | undefined {
  const text = [...lines].join('\n');
  const amended = datesBehind(text, labels.amended);
  const dates = amended.size > 0 ? amended : datesBehind(text, labels.announced);
  return dates.size === 1 ? [...dates][0] : undefined;
}
