import { MY_PACK } from '../../glossary/pack-ids.ts';
import type { Card } from '../../initiatives/card-model.ts';
import type { CardView } from '../../reader/surface.ts';
import { languageOf } from '../../termwork/text-language.ts';
import { nameIn } from '../shared/place-trail.tsx';
import { htmlLang, type InterfaceLanguage, type Texts } from '../shared/texts.ts';

/** The pack that a card is of, by name: the reader's own has a name of ours. */
export function packName(card: Card, t: Texts): string {
  const { pack } = card;
  if (!pack) return '';
  return pack.id === MY_PACK ? t('card.mine') : pack.title || t('card.imported');
}

function choiceLabel(card: Card, t: Texts): string {
  const { pack } = card;
  if (!pack) return `${t(`jurisdiction.${card.jurisdiction}`)} · ${t(`kind.${card.kind}`)}`;
  // A title may be no more than the name of a file.
  return pack.title ? t('card.packChoice', { title: pack.title }) : packName(card, t);
}

/**
 * What the cards of a wording are called where one of them is chosen: country and kind, or the pack; where that is not
 * enough also the plan it is of, what it means, or its equivalent.
 */
export function choiceLabels(
  { cards, surfaceLanguage }: Pick<CardView, 'cards' | 'surfaceLanguage'>,
  t: Texts,
  language: InterfaceLanguage,
): string[] {
  const labels = cards.map((card) => choiceLabel(card, t));
  return cards.map((card, index) => {
    const label = labels[index] ?? '';
    if (labels.indexOf(label) === labels.lastIndexOf(label)) return label;
    const parent = card.places[0]?.trail.findLast(({ id }) => id !== card.id);
    const [equivalent] = surfaceLanguage === 'zh' ? card.en : card.zh;
    const other = parent
      ? nameIn(parent, language)
      : card.definition[language === 'en' ? 'en' : 'zh-Hant'] || equivalent?.text;
    return other ? `${label} · ${other}` : label;
  });
}

/** What a card is: kind and country of a concept, or the pack of an entry with its edition. */
export function cardOrigin(card: Card, t: Texts): string {
  if (!card.pack) return `${t(`kind.${card.kind}`)} · ${t(`jurisdiction.${card.jurisdiction}`)}`;
  const { edition } = card.pack;
  return [packName(card, t), edition && t('card.packEdition', { edition })].filter(Boolean).join(' · ');
}

/** Says that the term is collected already, with what the reader's own entry says beside the card and the way to it. */
export function YourWords(props: {
  card: Card;
  t: Texts;
  language: InterfaceLanguage;
  onOpen: (id: string) => void;
}) {
  const { card, t, language, onOpen } = props;
  const { yours = { zh: [], en: [], note: '' }, collected } = card;
  // The card of the reader's own entry says it all by itself.
  if (!collected || card.pack?.id === MY_PACK) return null;
  const words = [...yours.zh, ...yours.en];
  return (
    <div class="others yours">
      <span class="label">{t(words.length > 0 || yours.note ? 'card.yours' : 'card.isCollected')}</span>
      {yours.zh.map((text) => (
        <span key={text} class="other" lang={htmlLang('zh')}>
          {text}
        </span>
      ))}
      {yours.en.map((text) => (
        <span key={text} class="other" lang={htmlLang('en')}>
          {text}
        </span>
      ))}
      {yours.note && (
        <span class="other" lang={htmlLang(language === 'en' ? 'en' : 'zh')}>
          {yours.note}
        </span>
      )}
      <button type="button" class="chip" onClick={() => onOpen(collected)}>
        {t('card.openEntry')}
      </button>
    </div>
  );
}

/** What an entry of the store says besides its words: note, source, and the sentences it stood in. */
export function EntryFacts({ card, t }: { card: Card; t: Texts }) {
  if (!card.pack) return null;
  const { note, source, contexts = [] } = card;
  return (
    <>
      {(['zh-Hant', 'en'] as const).map(
        (language) =>
          note?.[language] && (
            <p key={language} class="note" lang={language}>
              {note[language]}
            </p>
          ),
      )}
      {source && <p class="evidence">{t('card.entrySource', { source })}</p>}
      {contexts.map(({ sentence, title, address }) => (
        <blockquote key={`${address} ${sentence}`} class="context" lang={htmlLang(languageOf(sentence))}>
          {sentence}
          {(title || address) && (
            <cite>
              {/^https?:/.test(address) ? (
                <a href={address} target="_blank" rel="noreferrer">
                  {title || address}
                </a>
              ) : (
                title
              )}
            </cite>
          )}
        </blockquote>
      ))}
    </>
  );
}
