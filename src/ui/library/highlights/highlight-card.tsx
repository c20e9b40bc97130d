import { useState } from 'preact/hooks';
import type { Highlight } from '../../../highlights/highlight.ts';
import { localDay } from '../../../text/local-day.ts';
import { colourName } from '../../card/colour-choice.tsx';
import { TagField } from '../../card/tag-field.tsx';
import type { Texts } from '../../shared/texts.ts';
import { conceptHref } from '../concept-link.tsx';
import type { LibraryPorts } from '../ports.ts';
import { FailureLine } from './failure-line.tsx';
import { HighlightFindings } from './highlight-findings.tsx';
import { NoteField } from './note-field.tsx';
import { useDeed } from './use-deed.ts';

/** Characters of a quote that name its check box. */
const SHORT = 30;

function stateText({ state, reason }: Highlight, t: Texts): string {
  const name = t(`highlights.state.${state}`);
  return reason && state !== 'attached'
    ? t('marks.withReason', { name, reason: t(`marks.reason.${reason}`) })
    : name;
}

function SameDocument({ highlight, ports }: { highlight: Highlight; ports: LibraryPorts }) {
  const { t } = ports;
  const [into, setInto] = useState('');
  const [failure, run] = useDeed();
  const { address } = highlight.document;
  const merge = () => void run(() => ports.mergeAddresses(address, into.trim()));
  return (
    <details>
      <summary>{t('marks.sameDocument')}</summary>
      <label class="choice">
        <span>{t('marks.sameDocumentHint')}</span>
        <input type="url" value={into} onInput={(event) => setInto(event.currentTarget.value)} />
      </label>
      <button
        type="button"
        class="button"
        disabled={!URL.canParse(into.trim()) || into.trim() === address}
        onClick={merge}
      >
        {t('marks.merge')}
      </button>
      <FailureLine failure={failure} t={t} />
    </details>
  );
}

/** One highlight in the library, editable in place. */
export function HighlightCard(props: {
  highlight: Highlight;
  shown: boolean;
  chosen: boolean;
  tags: readonly string[];
  ports: LibraryPorts;
  onChoose: (chosen: boolean) => void;
  onRemove: () => void;
}) {
  const { highlight, shown, chosen, tags, ports, onChoose, onRemove } = props;
  const { t, language } = ports;
  const [failure, run] = useDeed();
  const { document } = highlight;
  const agency = document.agency && ports.graph.concept(document.agency);
  const day = localDay(highlight.createdAt);
  const short = [...highlight.quote].slice(0, SHORT).join('');
  return (
    <div class={`highlight mark-${highlight.colour}`} aria-current={shown ? 'true' : undefined}>
      <label class="choose">
        <input
          type="checkbox"
          checked={chosen}
          aria-label={t('marks.select', { quote: short })}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      </label>
      <blockquote cite={document.url ?? document.address}>{highlight.quote}</blockquote>
      <p class="meta">
        <span class="swatch" /> {colourName(highlight.colour, ports.settings.value.colourNames, t)} ·{' '}
        {stateText(highlight, t)} · {t('highlights.created', { date: day })}
        {agency &&
          ` · ${agency.terms.find(({ lang }) => lang === (language === 'en' ? 'en' : 'zh-Hant'))?.text ?? ''}`}
      </p>
      <HighlightFindings
        highlight={highlight}
        ports={ports}
        settle={(how) => void run(() => ports.settleHighlights([highlight.id], how))}
      />
      {highlight.concepts.length > 0 && (
        <ul class="chips" aria-label={t('highlights.concepts')}>
          {highlight.concepts.map((concept) => {
            const known = ports.graph.concept(concept.id);
            const words = `${concept.zh} ${concept.en}`;
            return <li key={concept.id}>{known ? <a href={conceptHref(known)}>{words}</a> : words}</li>;
          })}
        </ul>
      )}
      <NoteField highlight={highlight} ports={ports} />
      <TagField
        tags={highlight.tags}
        t={t}
        listTags={async () => tags}
        onChange={(next) =>
          void run(() => ports.changeHighlight(highlight.id, { tags: next, tagsBefore: [...highlight.tags] }))
        }
      />
      <FailureLine failure={failure} t={t} />
      <p class="actions">
        <a class="button" href={document.url ?? document.address} target="_blank" rel="noreferrer">
          {t('highlights.open')}
        </a>
        <span class="title">{document.title || document.address}</span>
        <button type="button" class="button quiet" onClick={onRemove}>
          {t('highlights.remove')}
        </button>
      </p>
      <SameDocument highlight={highlight} ports={ports} />
    </div>
  );
}
