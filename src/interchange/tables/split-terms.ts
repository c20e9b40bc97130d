import type { ExchangeTerm } from '../records/exchange-entry.ts';

/** How cells with several terms are taken apart. */
export interface Splitting {
  /** Signs that part terms, outside brackets. A comma is not offered: it stands inside English names. */
  readonly signs: readonly string[];
  /** Whether braces after an English term hold further terms: `{=AP}` an abbreviation, `{a; b}` others. */
  readonly braces: boolean;
}

/** For foreign lists. `;`, `、` and `/` stand inside terms often enough to be left to the user. */
export const usualSplitting: Splitting = { signs: ['；', '|', '｜', '\n'], braces: true };
/** For the layouts that we write. */
export const ownSplitting: Splitting = { signs: ['|'], braces: false };

const OPEN = '([{（［｛「『《〈【〔';
const CLOSE = ')]}）］｝」』》〉】〕';

/** Whether as many brackets close as open; where they do not, they shield nothing. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const unit of text) {
    if (OPEN.includes(unit)) depth++;
    else if (CLOSE.includes(unit) && --depth < 0) return false;
  }
  return depth === 0;
}

/** Parts of a text between signs that stand outside brackets. */
export function splitOutsideBrackets(text: string, signs: readonly string[]): string[] {
  if (!signs.some((sign) => text.includes(sign))) return [text];
  const shielding = isBalanced(text);
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at] ?? '';
    if (shielding && OPEN.includes(unit)) depth++;
    else if (shielding && CLOSE.includes(unit)) depth--;
    else if (depth === 0 && signs.includes(unit)) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** One of the terms that a cell holds. */
export type SplitTerm = Pick<ExchangeTerm, 'text' | 'form'>;

const BRACES = /[{｛]([^{}｛｝]*)[}｝]/g;

/** The terms of one cell, each once, in order. Texts are trimmed; empty ones are left out. */
export function splitTerms(cell: string, { signs, braces }: Splitting): SplitTerm[] {
  const found: SplitTerm[] = [];
  const add = (text: string, form: SplitTerm['form']) => {
    const trimmed = text.trim();
    if (trimmed !== '' && !found.some((term) => term.text === trimmed)) found.push({ text: trimmed, form });
  };
  // A formula is kept whole, so that it is seen for what it is.
  const parting = braces && /^[=＝]/.test(cell) ? [] : signs;
  for (const part of splitOutsideBrackets(cell, parting)) {
    const inBraces: SplitTerm[] = [];
    const outside = !braces
      ? part
      : part.replace(BRACES, (_, inner: string) => {
          for (const piece of inner.split(/[;；]/)) {
            const abbreviation = /^\s*[=＝]/.test(piece);
            const text = piece.replace(/^\s*[=＝]/, '');
            inBraces.push({ text, form: abbreviation ? 'abbreviation' : 'full' });
          }
          return ' ';
        });
    // Where braces stood in the middle, two blanks are left.
    add(outside === part ? part : outside.replace(/ {2,}/g, ' '), 'full');
    for (const { text, form } of inBraces) add(text, form);
  }
  return found;
}
