import type { MatchedTerm } from './ports.ts';

/** Most concepts that are said to have been met: enough for cues, little for the message. */
const MOST_SEEN = 1_000;

/** Between the concepts of a wording: no id holds a space. */
const BETWEEN = ' ';

/** All that tells terms apart. */
function keyOf(term: string, concepts: string, lang: MatchedTerm['lang']): string {
  return `${lang} ${concepts} ${term}`;
}

/**
 * The terms met on a page, by number. In columns, the concepts of a wording as one string: a page may have thousands, and
 * an object and a list for each take more than what is in them.
 */
export class MetTerms {
  readonly #wordings: string[] = [];
  readonly #concepts: string[] = [];
  readonly #languages: MatchedTerm['lang'][] = [];
  /** Numbers of all by their keys: there while numbers are asked for. */
  #numbers: Map<string, number> | undefined;

  /** The term of a number. */
  at(number: number): MatchedTerm | undefined {
    const term = this.#wordings[number];
    if (term === undefined) return undefined;
    return { term, concepts: this.#concepts[number]!.split(BETWEEN), lang: this.#languages[number]! };
  }

  /** The concepts met first, the likeliest of each wording. */
  get seen(): string[] {
    const seen = new Set<string>();
    for (const concepts of this.#concepts) {
      seen.add(concepts.split(BETWEEN, 1)[0]!);
      if (seen.size === MOST_SEEN) break;
    }
    return [...seen];
  }

  /** Numbers of terms; those not met before get the next ones. */
  numbersOf(terms: readonly MatchedTerm[]): number[] {
    this.#numbers ??= this.#allNumbers();
    const numbers = this.#numbers;
    return terms.map(({ term, concepts, lang }) => {
      const joined = concepts.join(BETWEEN);
      const key = keyOf(term, joined, lang);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      this.#concepts.push(joined);
      this.#languages.push(lang);
      const number = this.#wordings.push(term) - 1;
      numbers.set(key, number);
      return number;
    });
  }

  /** No more numbers are asked for at present: what finds them is made anew when they are. */
  rest(): void {
    this.#numbers = undefined;
  }

  #allNumbers(): Map<string, number> {
    return new Map(
      this.#wordings.map((term, number) => [
        keyOf(term, this.#concepts[number]!, this.#languages[number]!),
        number,
      ]),
    );
  }
}
