import { foldToKey } from '../text/fold.ts';
import type { EntryTerm, GlossaryEntry } from './entry.ts';
import type { Side } from './entry-wording.ts';

/** Sides of keys, as their first letter. */
const PREFIX: Readonly<Record<Side, string>> = { zh: 'z', en: 'e' };

/** The key under which a wording of a side is found: `z` or `e`, and the text folded as on pages. */
export function wordingKey(side: Side, text: string): string {
  return PREFIX[side] + foldToKey(text.normalize('NFC'));
}

/** The key of a term. */
export function termKey({ lang, text }: Pick<EntryTerm, 'lang' | 'text'>): string {
  return wordingKey(lang === 'en' ? 'en' : 'zh', text);
}

/** Different keys of all wordings of an entry, in their order. */
export function keysOf({ terms }: Pick<GlossaryEntry, 'terms'>): string[] {
  return [...new Set(terms.map(termKey))].filter((key) => key.length > 1);
}

/** Which side a key is of, and its folded text. */
export function partsOfKey(key: string): { side: Side; folded: string } {
  return { side: key.startsWith(PREFIX.en) ? 'en' : 'zh', folded: key.slice(1) };
}

/** Folded keys by language, in one text that can be searched: `\t` between the languages, `\n` between keys. */
export function joinedKeys(zh: readonly string[], en: readonly string[]): string {
  return `${zh.join('\n')}\t${en.join('\n')}`;
}

/** The folded keys of one language of such a text. */
export function joinedKeysOf(joined: string, side: Side): string[] {
  const at = joined.indexOf('\t');
  const part = side === 'zh' ? joined.slice(0, at) : joined.slice(at + 1);
  return part === '' ? [] : part.split('\n');
}
