import { datedPage, dateOfPage } from '../page/page-date.ts';
import { factsOf, languageOfPage } from './document-facts.ts';
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

/** What a page can be asked for the sake of its twin. */
export interface TwinReading {
  /** Where the twin is, and the part of the page that is being read. */
  look(): { readonly language?: PageLanguage; readonly found?: Twin; readonly place?: Place };
  /** Goes to the same part as on the twin; where it begins, or undefined when the page has none such. */
  arrive(place: Place): Range | undefined;
  text(part: TextPart): { readonly paragraphs: string[] } & PageAge;
  /** Where a term stands, so that the same place can be found in the twin. */
  placeOfTerm(range: StaticRange): (PlacedTerm & PageAge) | undefined;
}

/** Today where the reader is, `YYYY-MM-DD`. */
function today(): string {
  return new Date().toLocaleDateString('sv');
}

/** Reads a page for the sake of its twin. Where the twin is, is found once for an address. */
export function createTwinReading(document: Document): TwinReading {
  let known: { address: string; language: PageLanguage | undefined; found: Twin | undefined } | undefined;
  const finding = () => {
    const address = document.location.href;
    if (known?.address !== address) {
      const facts = factsOf(document);
      known = { address, language: facts.language, found: findTwin(facts) };
    }
    return known;
  };
  const age = (): PageAge => {
    const language = languageOfPage(document);
    const date = lawDateOf(document) ?? dateOfPage(datedPage(document), today())?.date;
    return { ...(language && { language }), ...(date && { date }) };
  };
  return {
    look() {
      const { language, found } = finding();
      const place = placeOn(document);
      return { ...(language && { language }), ...(found && { found }), ...(place && { place }) };
    },
    arrive: (place) => goToPlace(document, place),
    text: (part) => ({ paragraphs: paragraphsOf(document, part), ...age() }),
    placeOfTerm(range) {
      const place = placeOfTerm(document, range);
      return place && { ...place, ...age() };
    },
  };
}
