import { MY_PACK } from '../../glossary/pack-ids.ts';
import type { Card } from '../../initiatives/card-model.ts';
import { languageOf } from '../../termwork/text-language.ts';
import { htmlLang, type InterfaceLanguage, type Texts } from '../shared/texts.ts';

/** The pack that a card is of, by name: the reader's own has a name of ours. */
export function packName(card: Card, t: Texts): string {
  const { pack } = card;
  if (!pack) return '';
  return pack.id === MY_PACK ? t('card.mine') : pack.title || t('card.imported');
}

/** What a card is: kind and country of a concept, or the pack of an entry with its edition. */
export function cardOrigin(card: Card, t: Texts): string {
  if (!card.pack) return `${t(`kind.${card.kind}`)} · ${t(`jurisdiction.${card.jurisdiction}`)}`;
  const { edition } = card.pack;
  return [packName(card, t), edition && t('card.packEdition', { edition })].filter(Boolean).join(' · ');
}

/** What the reader's own entry of a concept says beside it. */
export function YourWords({ card, t, language }: { card: Card; t: Texts; language: InterfaceLanguage }) {
  const { yours } = card;
  if (!yours) return null;
  return (
    <p class="others yours">
      <span class="label">{t('card.yours')}</span>
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
    </p>
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
