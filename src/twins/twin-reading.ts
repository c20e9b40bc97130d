import { datedPage, dateOfPage } from '../page/page-date.ts';
import { localDay } from '../text/local-day.ts';
import { factsOf } from './document-facts.ts';
import {
  goToPlace,
  lawDateOf,
  type PlacedTerm,
  paragraphsOf,
  placeOfTerm,
  placeOn,
  type TextPart,
} from './document-place.ts';
import { findTwin, type Twin } from './find-twin.ts';
import type { PageLanguage } from './page-language.ts';
import type { Place } from './place.ts';

/** Language of a page and the date that it gives for itself, as far as they are known. */
interface PageAge {
  readonly language?: PageLanguage;
  readonly date?: string;
}

/** Where the twin of a page is, as far as that is known. */
interface Finding {
  readonly language?: PageLanguage;
  readonly found?: Twin;
}

/** What a page can be asked for the sake of its twin. */
export interface TwinReading {
  find(): Finding;
  /** The part of the page that is being read. */
  place(): Place | undefined;
  /** Goes to the same part as on the twin; where it begins, or undefined when the page has none such. */
  arrive(place: Place): Range | undefined;
  text(part: TextPart): { readonly paragraphs: string[] } & PageAge;
  /** Where a term stands, so that the same place can be found in the twin. */
  placeOfTerm(range: StaticRange): (PlacedTerm & PageAge) | undefined;
}

/**
 * Reads a page for the sake of its twin. Where the twin is and of what date the page is are found once, and again when
 * address or links of the page are others.
 */
export function createTwinReading(document: Document): TwinReading {
  let known: (Finding & { readonly of: string; readonly date: string | undefined }) | undefined;
  const know = () => {
    const of = `${document.location.href} ${document.links.length}`;
    if (known?.of !== of || !known.language) {
      const facts = factsOf(document);
      const found = findTwin(facts);
      const date = lawDateOf(document) ?? dateOfPage(datedPage(document), localDay(new Date()))?.date;
      known = { of, date, ...(facts.language && { language: facts.language }), ...(found && { found }) };
    }
    return known;
  };
  const age = (): PageAge => {
    const { language, date } = know();
    return { ...(language && { language }), ...(date && { date }) };
  };
  return {
    find() {
      const { language, found } = know();
      return { ...(language && { language }), ...(found && { found }) };
    },
    place: () => placeOn(document),
    arrive: (place) => goToPlace(document, place),
    text: (part) => ({ paragraphs: paragraphsOf(document, part), ...age() }),
    placeOfTerm(range) {
      const place = placeOfTerm(document, range);
      return place && { ...place, ...age() };
    },
  };
}
