import { citedAddress } from '../../highlights/cited-address.ts';
import type { Highlight } from '../../highlights/highlight.ts';
import { localDay } from '../../text/local-day.ts';
import { cleanXml } from '../clean-export.ts';
import type { BuildFacts } from '../format.ts';
import type { Holding } from '../records/losses.ts';
import { colourWord, documentWord, stateWord } from './document-words.ts';
import { TOLD_FIELDS } from './told-fields.ts';

/** A table of highlights, one row each, in the language of the reader; headings first. */
export function highlightTable(highlights: readonly Highlight[], facts: BuildFacts): string[][] {
  const word = (name: Parameters<typeof documentWord>[0]) => documentWord(name, facts.language);
  return [
    (
      [
        'quotation',
        'note',
        'tags',
        'colour',
        'state',
        'newWording',
        'title',
        'agency',
        'address',
        'pageDate',
        'readOn',
        'terms',
        'made',
      ] as const
    ).map(word),
    ...highlights.map(({ document, ...highlight }) => [
      highlight.quote,
      highlight.note,
      highlight.tags.join('; '),
      colourWord(highlight.colour, facts.language),
      stateWord(highlight.state, facts.language),
      highlight.found?.text ?? '',
      document.title,
      document.agency ? (facts.agencyName(document.agency) ?? document.agency) : '',
      citedAddress(document),
      document.pageDate ?? '',
      document.readOn,
      highlight.concepts.map(({ zh, en }) => `${zh} = ${en}`).join('; '),
      localDay(highlight.createdAt),
    ]),
  ];
}

/** What such a table says of highlights. Ids and selectors are for programs; of a time only the day is given. */
export const highlightTableHolding: Holding = {
  fields: TOLD_FIELDS,
  text: cleanXml,
};
