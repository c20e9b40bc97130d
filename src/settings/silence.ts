import { z } from 'zod';
import { hostOf } from './host.ts';

/** A wish not to have a wording marked: on one page, on one site, or anywhere. */
export const silenceSchema = z.strictObject({
  id: z.uuid(),
  /** The wording as the glossary has it. */
  term: z.string().min(1),
  scope: z.enum(['page', 'site', 'everywhere']),
  /** Address of the page, host of the site; empty for everywhere. */
  where: z.string(),
});
export type Silence = z.infer<typeof silenceSchema>;
/** How far a wish reaches. */
export type SilenceScope = Silence['scope'];

/** What `where` is for a scope on the page of an address. */
export function placeOf(scope: SilenceScope, address: string): string {
  if (scope === 'everywhere') return '';
  return scope === 'page' ? address : hostOf(address);
}

/** The wordings not to be marked on the page of an address. */
export function silencedOn(silences: readonly Silence[], address: string): string[] {
  return [
    ...new Set(
      silences.filter(({ scope, where }) => where === placeOf(scope, address)).map(({ term }) => term),
    ),
  ];
}

/** The silences with one more; the same wish twice is one. */
export function withSilence(silences: readonly Silence[], added: Silence): Silence[] {
  const same = (other: Silence) =>
    other.id === added.id ||
    (other.term === added.term && other.scope === added.scope && other.where === added.where);
  return [...silences.filter((other) => !same(other)), added];
}

/** Silences from a stored value; what does not fit is left out. */
export function readSilences(stored: unknown): Silence[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((entry) => {
    const result = silenceSchema.safeParse(entry);
    return result.success ? [result.data] : [];
  });
}
