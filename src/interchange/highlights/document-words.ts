import words from '../../../assets/interchange/documents.json' with { type: 'json' };
import type { HighlightColour, HighlightState } from '../../highlights/highlight.ts';
import type { SheetLanguage } from '../tables/headings.ts';

/** Words of the documents that we write, in the language of the reader. */
export function documentWord(name: keyof typeof words.words, language: SheetLanguage): string {
  return words.words[name][language];
}

/** Name of a colour in words: colour is never the only sign. */
export function colourWord(colour: HighlightColour, language: SheetLanguage): string {
  return words.colours[colour][language];
}

/** The colour itself, `#rrggbb`, light enough for black text on it. */
export function colourValue(colour: HighlightColour): string {
  return words.colours[colour].value;
}

/** What became of a passage, in words. */
export function stateWord(state: HighlightState, language: SheetLanguage): string {
  return words.states[state][language];
}
