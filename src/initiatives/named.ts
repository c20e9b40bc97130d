import type { Concept } from '../glossary/concept.ts';
import { preferredTerm } from '../glossary/preferred-term.ts';
import type { NamedConcept } from './card-model.ts';

/** A concept by id and the names that are offered first. */
export function named(concept: Concept): NamedConcept {
  return {
    id: concept.id,
    zh: preferredTerm(concept, 'zh-Hant').text,
    en: preferredTerm(concept, 'en').text,
  };
}
