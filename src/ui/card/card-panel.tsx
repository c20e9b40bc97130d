import { useEffect, useRef, useState } from 'preact/hooks';
import { MY_PACK } from '../../glossary/pack-ids.ts';
import type { Card, RelatedConcept, Wording } from '../../initiatives/card-model.ts';
import { copyText } from '../../reader/copy-text.ts';
import type { CardView } from '../../reader/surface.ts';
import { type Claimant, EvidenceLine, statusText } from '../shared/evidence-line.tsx';
import { Icon } from '../shared/icon.tsx';
import { nameIn, PlaceTrail } from '../shared/place-trail.tsx';
import { htmlLang, type InterfaceLanguage, type Texts } from '../shared/texts.ts';
import { AsOfLine } from './as-of-line.tsx';
import { type CardMover, MOVE_BUTTON } from './card-mover.ts';
import { type AskOtherSide, OtherSideQuote } from './other-side.tsx';
import { cardOrigin, choiceLabels, EntryFacts, YourWords } from './pack-parts.tsx';

interface PanelProps {
  view: CardView;
  mover: CardMover;
  t: Texts;
  language: InterfaceLanguage;
  otherSide: AskOtherSide | undefined;
}

/** Other wordings listed under the first; the library lists all. */
const MOST_OTHERS = 3;

function CopyButton({ text, t }: { text: string; t: Texts }) {
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed'>();
  const copied = outcome === 'copied';
  return (
    <>
      {outcome === 'copyFailed' && <small role="alert">{t('card.copyFailed')}</small>}
      <button
        type="button"
        class="icon"
        aria-label={copied ? t('card.copied') : t('card.copy', { text })}
        title={copied ? t('card.copied') : t('card.copy', { text })}
        onClick={() =>
          void copyText(text).then(
            () => setOutcome('copied'),
            () => setOutcome('copyFailed'),
          )
        }
      >
        <Icon name={copied ? 'check' : 'copy'} />
      </button>
    </>
  );
}

/** Who vouches for the statuses of a card: an imported list's are its own. */
const claimantOf = ({ pack }: Card): Claimant => (pack && pack.id !== MY_PACK ? 'pack' : 'ours');

function OtherWordings(props: { wordings: readonly Wording[]; claimedBy: Claimant; t: Texts }) {
  const { wordings, claimedBy, t } = props;
  if (wordings.length === 0) return null;
  return (
    <p class="others">
      <span class="label">{t('card.also')}</span>
      {wordings.slice(0, MOST_OTHERS).map((wording) => (
        <span key={wording.text} class="other">
          <span lang={htmlLang(wording.lang)}>{wording.text}</span>{' '}
          <small>{statusText(wording.status, claimedBy, t)}</small>
        </span>
      ))}
    </p>
  );
}

function relationLabel(related: RelatedConcept, t: Texts): string | undefined {
  if (!related.type) return undefined;
  return t(`${related.outgoing ? 'relation' : 'relationInverse'}.${related.type}`);
}

function Definition({ card, language }: { card: Card; language: InterfaceLanguage }) {
  const both = language === 'en' ? (['en', 'zh-Hant'] as const) : (['zh-Hant', 'en'] as const);
  const order = both.filter((lang) => card.definition[lang] !== '');
  if (order.length === 0) return null;
  return (
    <div class="definition">
      {order.map((lang, index) => (
        <p key={lang} lang={lang} class={index === 0 ? 'first' : 'second'}>
          {card.definition[lang]}
        </p>
      ))}
    </div>
  );
}

function Meanings(props: {
  view: CardView;
  current: string;
  t: Texts;
  language: InterfaceLanguage;
  onChoose: (card: Card) => void;
}) {
  const { view, current, t, language, onChoose } = props;
  const { cards, more } = view;
  if (cards.length < 2) return null;
  const labels = choiceLabels(view, t, language);
  return (
    <fieldset class="meanings">
      <legend>{t('card.meanings')}</legend>
      <div class="choices">
        {cards.map((card, index) => (
          <button
            type="button"
            key={card.id}
            aria-pressed={card.id === current}
            onClick={() => onChoose(card)}
          >
            {labels[index]}
          </button>
        ))}
      </div>
      {more > 0 && (
        <button type="button" class="link" onClick={view.openMeanings}>
          {t('card.more', { count: more })}
        </button>
      )}
    </fieldset>
  );
}

/** Where a wording may be left unmarked, from near to far. */
const SCOPES = { page: 'silencePage', site: 'silenceSite', everywhere: 'silenceEverywhere' } as const;

function Silence({ view, t }: { view: CardView; t: Texts }) {
  const [open, setOpen] = useState(false);
  return (
    <div class="silence">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="mute" />
        {t('card.silence')}
      </button>
      {open &&
        (['page', 'site', 'everywhere'] as const).map((scope) => (
          <button type="button" key={scope} onClick={() => void view.silence(scope)}>
            {t(`card.${SCOPES[scope]}`)}
          </button>
        ))}
    </div>
  );
}

/** The glossary card: equivalent first, then what is claimed of it, what it means, where it belongs, what can be done. */
export function CardPanel({ view, mover, t, language, otherSide }: PanelProps) {
  const [trail, setTrail] = useState<readonly Card[]>([]);
  const [chosen, setChosen] = useState<Card>(view.cards[0]!);
  const [collected, setCollected] = useState<string>();
  const [pinned, setPinned] = useState(view.focus);
  const heading = useRef<HTMLHeadingElement>(null);
  const card = trail.at(-1) ?? chosen;
  const wanted = view.surfaceLanguage === 'zh' ? card.en : card.zh;
  const known = (view.surfaceLanguage === 'zh' ? card.zh : card.en)[0];
  const equivalent = wanted[0];
  const surface = trail.length === 0 ? view.surface : (known?.text ?? '');

  useEffect(() => {
    if (trail.length > 0) heading.current?.focus();
  }, [trail]);

  const follow = async (id: string) => {
    const next = await view.follow(id);
    if (next) setTrail([...trail, next]);
  };
  useEffect(() => {
    mover.bind(() => {
      setPinned(true);
      view.pin(true);
    });
  }, [mover, view]);
  const pin = () => {
    setPinned(!pinned);
    view.pin(!pinned);
  };

  return (
    <>
      <div class="head grip" onPointerDown={(event) => mover.drag(event)}>
        {trail.length > 0 && (
          <button
            type="button"
            class="icon"
            aria-label={t('card.back')}
            title={t('card.back')}
            onClick={() => setTrail(trail.slice(0, -1))}
          >
            <Icon name="back" />
          </button>
        )}
        <p class="kind">{cardOrigin(card, t)}</p>
        <button
          type="button"
          class="icon"
          aria-label={t('card.move')}
          title={t('card.moveHint')}
          onClick={() => mover.nextCorner()}
          {...{ [MOVE_BUTTON]: '' }}
        >
          <Icon name="move" />
        </button>
        <button
          type="button"
          class="icon"
          aria-pressed={pinned}
          aria-label={t('card.pin')}
          title={pinned ? t('card.unpin') : t('card.pin')}
          onClick={pin}
        >
          <Icon name="pin" />
        </button>
        <button
          type="button"
          class="icon"
          aria-label={t('card.close')}
          title={t('card.close')}
          onClick={view.close}
        >
          <Icon name="close" />
        </button>
      </div>
      <div class="body">
        {trail.length === 0 && (
          <Meanings view={view} current={card.id} t={t} language={language} onChoose={setChosen} />
        )}
        <p id="surface" class="surface" lang={htmlLang(view.surfaceLanguage)}>
          {surface}
        </p>
        <div class="equivalent">
          <h2
            id="title"
            tabIndex={-1}
            ref={heading}
            lang={equivalent ? htmlLang(equivalent.lang) : undefined}
          >
            {equivalent?.text ?? t('card.noEquivalent')}
          </h2>
          {equivalent && <CopyButton key={equivalent.text} text={equivalent.text} t={t} />}
        </div>
        {equivalent && (
          <EvidenceLine wording={equivalent} claimedBy={claimantOf(card)} t={t} language={language} />
        )}
        <AsOfLine card={card} t={t} language={language} onFollow={(id) => void follow(id)} />
        <OtherWordings wordings={wanted.slice(1)} claimedBy={claimantOf(card)} t={t} />
        <YourWords card={card} t={t} language={language} onOpen={view.openEntry} />
        {otherSide && trail.length === 0 && view.range && (
          <OtherSideQuote key={card.id} ask={() => otherSide(view.range!, card)} t={t} />
        )}
        <Definition card={card} language={language} />
        <EntryFacts card={card} t={t} />
        {card.places.length > 0 && (
          <section>
            <h3>{t('card.places')}</h3>
            <ul class="places">
              {card.places.map((place) => (
                <PlaceTrail
                  key={place.trail.at(-1)?.id}
                  place={place}
                  current={card.id}
                  t={t}
                  language={language}
                  onFollow={(id) => void follow(id)}
                />
              ))}
            </ul>
          </section>
        )}
        {card.related.length > 0 && (
          <section>
            <h3>{t('card.related')}</h3>
            <ul class="related">
              {card.related.map((related) => (
                <li key={related.id}>
                  <button type="button" class="chip" onClick={() => void follow(related.id)}>
                    {related.type && <small>{relationLabel(related, t)}</small>} {nameIn(related, language)}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <div class="foot">
        <button
          type="button"
          disabled={collected === card.id}
          onClick={() =>
            void view.collect(card).then(
              () => setCollected(card.id),
              () => {},
            )
          }
        >
          <Icon name={collected === card.id ? 'check' : 'collect'} />
          {t(
            collected === card.id ? 'card.collected' : card.collected ? 'card.collectAgain' : 'card.collect',
          )}
        </button>
        <button type="button" onClick={() => void view.highlight()}>
          <Icon name="highlight" />
          {t('card.highlight')}
        </button>
        <button type="button" onClick={() => view.openLibrary(card)}>
          <Icon name="library" />
          {t('card.library')}
        </button>
        {trail.length === 0 && <Silence view={view} t={t} />}
      </div>
    </>
  );
}
