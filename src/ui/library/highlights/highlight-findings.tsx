import type { Highlight } from '../../../highlights/highlight.ts';
import { isUnsettled } from '../../../highlights/revise.ts';
import { localDay } from '../../../text/local-day.ts';
import { WordingChange } from '../../shared/wording-change.tsx';
import type { LibraryPorts } from '../ports.ts';

/** Characters of context shown on either side of a lost passage. */
const CONTEXT = 60;

/** Longest quote that is looked for on a site, in characters: search engines cut longer ones. */
const SEARCHED = 60;

function searchAddress(highlight: Highlight): string | undefined {
  const { url, address } = highlight.document;
  const opened = url ?? address;
  if (!URL.canParse(opened)) return undefined;
  const words = [...highlight.quote].slice(0, SEARCHED).join('').trim();
  const query = `site:${new URL(opened).hostname} "${words}"`;
  return `https://duckduckgo.com/?${new URLSearchParams({ q: query })}`;
}

function Changed({ highlight, ports, settle }: FindingProps) {
  const { t } = ports;
  const { found } = highlight;
  if (!found) return null;
  return (
    <section class="finding" aria-label={t('mark.changedTitle')}>
      <dl class="wordings">
        <div>
          <dt>
            {t('mark.oldWording')} · {t('marks.keptOn', { date: localDay(highlight.createdAt) })}
          </dt>
          <dd>{highlight.quote}</dd>
        </div>
        <div>
          <dt>
            {t('mark.newWording')} · {t('marks.seenOn', { date: localDay(found.seenAt) })}
          </dt>
          <dd>{found.text}</dd>
        </div>
      </dl>
      <p class="label">{t('mark.differences')}</p>
      <WordingChange before={highlight.quote} after={found.text} t={t} />
      {isUnsettled(highlight) ? (
        <p class="actions">
          <button type="button" class="button" onClick={() => settle('accept')}>
            {t('mark.accept')}
          </button>
          <button type="button" class="button quiet" onClick={() => settle('record')}>
            {t('mark.record')}
          </button>
        </p>
      ) : (
        <p class="actions">
          {t('marks.isRecord')}
          <button type="button" class="button quiet" onClick={() => settle('accept')}>
            {t('mark.accept')}
          </button>
        </p>
      )}
    </section>
  );
}

function Lost({ highlight, ports }: FindingProps) {
  const { t } = ports;
  const quote = highlight.selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const search = searchAddress(highlight);
  return (
    <section class="finding" aria-label={t('marks.lostTitle')}>
      {quote && (quote.prefix || quote.suffix) && (
        <>
          <p class="label">{t('marks.lostTitle')}</p>
          <p class="context">
            …{[...quote.prefix].slice(-CONTEXT).join('')}
            <mark>{quote.exact}</mark>
            {[...quote.suffix].slice(0, CONTEXT).join('')}…
          </p>
        </>
      )}
      <p class="actions">
        {search && (
          <a class="button" href={search} target="_blank" rel="noreferrer">
            {t('marks.searchSite')}
          </a>
        )}
        <span class="title">{t('marks.reattachHint')}</span>
      </p>
    </section>
  );
}

interface FindingProps {
  readonly highlight: Highlight;
  readonly ports: LibraryPorts;
  readonly settle: (how: 'accept' | 'record') => void;
}

/** What the page did to a highlight: changed wording side by side, or where a lost one stood; earlier wordings. */
export function HighlightFindings(props: FindingProps) {
  const { highlight, ports } = props;
  const { t } = ports;
  return (
    <>
      {highlight.state === 'changed' && <Changed {...props} />}
      {highlight.state === 'lost' && <Lost {...props} />}
      {highlight.earlier?.map(({ quote, until }) => (
        <details key={until}>
          <summary>{t('marks.earlier', { date: localDay(until) })}</summary>
          <p>{quote}</p>
        </details>
      ))}
    </>
  );
}
