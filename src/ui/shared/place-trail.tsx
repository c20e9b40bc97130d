import type { NamedConcept, Place } from '../../initiatives/card-model.ts';
import { htmlLang, type InterfaceLanguage, type Texts } from './texts.ts';

/** Name of a concept in the language of the interface. */
export function nameIn(concept: NamedConcept, language: InterfaceLanguage): string {
  return language === 'en' ? concept.en : concept.zh;
}

/** Years a plan runs, such as `2025–2028`; empty when none is known. */
export function yearsOf({ start, end }: Pick<Place, 'start' | 'end'>): string {
  if (!start) return '';
  const years = [start.slice(0, 4), end?.slice(0, 4) ?? ''];
  return years[0] === years[1] ? years[0]! : years.join('–');
}

/** One place of a concept: the path from the whole to the nearest plan, with lead bodies and years. */
export function PlaceTrail(props: {
  place: Place;
  current: string;
  t: Texts;
  language: InterfaceLanguage;
  onFollow: (id: string) => void;
}) {
  const { place, current, t, language, onFollow } = props;
  const bodies = place.lead.map((body) => nameIn(body, language)).join(language === 'en' ? ', ' : '、');
  const facts = [bodies && t('card.lead', { bodies }), yearsOf(place)].filter(Boolean).join(' · ');
  return (
    <li class="place">
      {place.via && (
        <p class="via">{t(`${place.via.outgoing ? 'relation' : 'relationInverse'}.${place.via.type}`)}</p>
      )}
      <ol class="trail">
        {place.trail.map((step) => (
          <li key={step.id}>
            {step.id === current ? (
              <strong aria-current="true">{nameIn(step, language)}</strong>
            ) : (
              <button type="button" class="link" lang={htmlLang(language)} onClick={() => onFollow(step.id)}>
                {nameIn(step, language)}
              </button>
            )}
          </li>
        ))}
      </ol>
      {facts && <p class="facts">{facts}</p>}
    </li>
  );
}
