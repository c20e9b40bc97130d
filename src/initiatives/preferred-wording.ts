import type { Card, Wording } from './card-model.ts';

/** The wording a card offers first in a language; `undefined` when it has none. */
export function preferredWording(card: Card, language: 'zh' | 'en'): Wording | undefined {
  return card[language][0];
}
