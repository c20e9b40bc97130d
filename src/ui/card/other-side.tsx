import { useEffect, useState } from 'preact/hooks';
import type { Card } from '../../initiatives/card-model.ts';
import { htmlLang, type Texts } from '../shared/texts.ts';

/** What the page in the other language says where a term stands. */
export interface OtherSide {
  readonly text: string;
  readonly unit: 'sentence' | 'paragraph';
  readonly language: 'zh' | 'en';
  readonly article?: string | undefined;
  /** Dates that this page and the other give for themselves. */
  readonly here?: string | undefined;
  readonly there?: string | undefined;
}

/**
 * Asks for it. Undefined when that page is not open, which is nothing to speak of; `none` when it is but its sentence is
 * not certain.
 */
export type AskOtherSide = (range: StaticRange, card: Card) => Promise<OtherSide | 'none' | undefined>;

/** The sentence of the other language, when the page in that language is open in another tab. */
export function OtherSideQuote({ ask, t }: { ask: () => Promise<OtherSide | 'none' | undefined>; t: Texts }) {
  const [found, setFound] = useState<OtherSide | 'none'>();
  // The component stands for one term; another term has another key.
  useEffect(() => {
    void ask().then(setFound, () => {});
  }, []);
  if (!found) return null;
  if (found === 'none') return <p class="other-side quiet">{t('beside.quoteNone')}</p>;
  const { text, unit, language, article, here, there } = found;
  const notes = [
    article && t('beside.article', { article }),
    unit === 'paragraph' && t('beside.quoteParagraph'),
  ].filter(Boolean);
  return (
    <section class="other-side">
      <h3>
        {t(language === 'en' ? 'beside.quoteEn' : 'beside.quoteZh')}
        {notes.length > 0 && <small> · {notes.join(' · ')}</small>}
      </h3>
      <blockquote lang={htmlLang(language)}>{text}</blockquote>
      {here && there && here !== there && <p class="quiet">{t('beside.dates', { here, there })}</p>}
    </section>
  );
}
