import type { AsOf, Card } from '../../initiatives/card-model.ts';
import { nameIn } from '../shared/place-trail.tsx';
import type { InterfaceLanguage, Texts } from '../shared/texts.ts';

function statement({ date, standing, start, end }: AsOf, kind: Card['kind'], t: Texts): string {
  if (standing === 'before') return t('card.asOfBefore', { date, start });
  if (standing === 'after') return t('card.asOfAfter', { date, end });
  // The end of a plan stands with its years; of anything else it is news that it is gone.
  const gone = end && kind !== 'initiative' ? t('card.asOfUntil', { end }) : '';
  return [t('card.asOf', { date }), gone].filter(Boolean).join(' ');
}

/** How things stood on the date of the page: said whenever the page has one, so that the reader knows which names these are. */
export function AsOfLine(props: {
  card: Card;
  t: Texts;
  language: InterfaceLanguage;
  onFollow: (id: string) => void;
}) {
  const { card, t, language, onFollow } = props;
  const { asOf } = card;
  if (!asOf) return null;
  const { now, instead } = asOf;
  const isNews = asOf.standing !== 'within' || now;
  return (
    <div class={isNews ? 'asof news' : 'asof'}>
      <p>
        {statement(asOf, card.kind, t)}
        {now && (
          <>
            {' '}
            {t('card.now')} <span lang="zh-Hant">{now.zh}</span> · <span lang="en">{now.en}</span>
          </>
        )}
      </p>
      {instead.length > 0 && (
        <p>
          {t('card.instead')}{' '}
          {instead.map((other) => (
            <button type="button" class="link" key={other.id} onClick={() => onFollow(other.id)}>
              {nameIn(other, language)}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
