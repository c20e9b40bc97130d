import jurisdictions from '../../assets/text/jurisdictions.json' with { type: 'json' };
import { type Cue, cuesIn } from './jurisdiction-cues.ts';
import { nearestOf } from './rank-candidates.ts';

/** What says which country a text is about. */
export interface TextOfCountry {
  readonly text: string;
  /** Title and headings that it stands under. */
  readonly context?: string;
  /** Whose page it is. */
  readonly jurisdiction?: string;
}

/** How often a text that does not name a country must name others before it counts as being about them. */
const OFTEN = 2;

/** How many times as often as one country a text must name others. */
const FAR_OFTENER = 10;

/** Where countries are named. */
interface Names {
  readonly context: readonly string[];
  readonly cues: readonly Cue[];
  /** How often, by country. */
  readonly text: ReadonlyMap<string, number>;
}

const namesIn = new WeakMap<TextOfCountry, Names>();

/**
 * The countries named in a text. 我国 in Simplified characters is Taiwan as 我國 is, but the Mainland where that is named
 * and nothing else names Taiwan.
 */
function countriesIn(text: string): readonly Cue[] {
  const { words, unless } = jurisdictions.ours;
  const cues = cuesIn(text);
  const isOurs = ({ start, end }: Cue): boolean => words.includes(text.slice(start, end));
  const ours = cues.find(isOurs)?.jurisdiction;
  if (ours === undefined || !cues.some(({ jurisdiction }) => jurisdiction === unless)) return cues;
  if (cues.some((cue) => cue.jurisdiction === ours && !isOurs(cue))) return cues;
  return cues.map((cue) => (isOurs(cue) ? { ...cue, jurisdiction: unless } : cue));
}

function timesEach(cues: readonly Cue[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { jurisdiction } of cues) times.set(jurisdiction, (times.get(jurisdiction) ?? 0) + 1);
  return times;
}

/** Countries named in the context and in the text; worked out at first use. */
function namesOf(about: TextOfCountry): Names {
  let names = namesIn.get(about);
  if (!names) {
    const cues = countriesIn(about.text);
    names = {
      context: cuesIn(about.context ?? '').map(({ jurisdiction }) => jurisdiction),
      cues,
      text: timesEach(cues),
    };
    namesIn.set(about, names);
  }
  return names;
}

/**
 * Whether a text names other countries than `own`, in its headings or more than once, and `own` nowhere or next to never.
 */
function isOfOthers(about: TextOfCountry, own: string): boolean {
  if (about.jurisdiction === own) return false;
  const { context, cues, text } = namesOf(about);
  if (context.includes(own)) return false;
  const times = text.get(own) ?? 0;
  const others = cues.length - times;
  return times === 0 ? context.length > 0 || others >= OFTEN : others >= times * FAR_OFTENER;
}

/**
 * Whether a text is about a country: it stands on a page of that, or names it in its headings, or more than once and no
 * less often than all others together.
 */
export function isAbout(about: TextOfCountry, own: string): boolean {
  if (about.jurisdiction !== undefined) return about.jurisdiction === own;
  const { context, cues, text } = namesOf(about);
  if (context.length > 0) return context.every((named) => named === own);
  const times = text.get(own) ?? 0;
  return times >= OFTEN && times * 2 >= cues.length;
}

/** Whether the headings name other countries than `own`, and not it. */
function standsUnderOthers(about: TextOfCountry, own: string): boolean {
  const { context } = namesOf(about);
  return context.length > 0 && !context.includes(own);
}

/**
 * Whether what stands in `[start, end)` of a text is a thing of another country than `own`. `near`: by the country named
 * nearest in its block, else by the headings, else by the text; `page`: by headings and text together.
 */
export function isAbroad(
  about: TextOfCountry,
  own: string,
  by: 'near' | 'page',
  start: number,
  end: number,
): boolean {
  if (by === 'page') return isOfOthers(about, own);
  const nearest = nearestOf(namesOf(about).cues, about.text, start, end);
  if (nearest) return nearest.jurisdiction !== own;
  return standsUnderOthers(about, own) || isOfOthers(about, own);
}
