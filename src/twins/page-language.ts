/** Languages that a page can be in and have its twin in. */
export type PageLanguage = 'zh' | 'en';

/** The other of the two. */
export function otherThan(language: PageLanguage): PageLanguage {
  return language === 'zh' ? 'en' : 'zh';
}

/** Han characters that say about as much as one English word. */
const PER_WORD = 1.7;

/** Below this many characters and words a text tells nothing of its language. */
const LEAST = 20;

/** How many times the text in one language must outweigh the other. */
const CLEARLY = 2;

/**
 * The language that most of the text is in, by its script alone: what pages declare cannot be trusted. Undefined when
 * there is too little of it, or much of both.
 */
export function languageOfTexts(texts: Iterable<string>): PageLanguage | undefined {
  let han = 0;
  let words = 0;
  for (const text of texts) {
    han += text.match(/\p{Script=Han}/gu)?.length ?? 0;
    words += text.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  }
  if (han + words < LEAST) return undefined;
  const english = words * PER_WORD;
  if (han >= english * CLEARLY) return 'zh';
  return english >= han * CLEARLY ? 'en' : undefined;
}
