import { useState } from 'preact/hooks';
import { type Highlight, highlightColourSchema, highlightStateSchema } from '../../highlights/highlight.ts';
import { filterHighlights } from '../../highlights/order.ts';
import { conceptHref } from './concept-link.tsx';
import { Choice, SearchField, UndoLine } from './fields.tsx';
import type { LibraryPorts } from './ports.ts';
import { saveHighlightsCsv, saveRecordsJson } from './save-records.ts';

function HighlightCard(props: {
  highlight: Highlight;
  shown: boolean;
  ports: LibraryPorts;
  onRemove: () => void;
}) {
  const { highlight, shown, ports, onRemove } = props;
  const { t, language } = ports;
  const [note, setNote] = useState(highlight.note);
  const { document } = highlight;
  const agency = document.agency && ports.graph.concept(document.agency);
  const day = new Date(highlight.createdAt).toLocaleDateString(language);
  return (
    <li class={`highlight mark-${highlight.colour}`} aria-current={shown ? 'true' : undefined}>
      <blockquote cite={document.url ?? document.address}>{highlight.quote}</blockquote>
      <p class="meta">
        <span class="swatch" /> {t(`colour.${highlight.colour}`)} · {t(`highlights.state.${highlight.state}`)}{' '}
        · {t('highlights.created', { date: day })}
        {agency &&
          ` · ${agency.terms.find(({ lang }) => lang === (language === 'en' ? 'en' : 'zh-Hant'))?.text ?? ''}`}
      </p>
      {highlight.concepts.length > 0 && (
        <ul class="chips" aria-label={t('highlights.concepts')}>
          {highlight.concepts.map((concept) => {
            const known = ports.graph.concept(concept.id);
            const words = `${concept.zh} ${concept.en}`;
            return <li key={concept.id}>{known ? <a href={conceptHref(known)}>{words}</a> : words}</li>;
          })}
        </ul>
      )}
      <label>
        <span>{t('highlights.note')}</span>
        <textarea
          rows={2}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
          onBlur={() => note !== highlight.note && void ports.changeHighlight(highlight.id, { note })}
        />
      </label>
      <p class="actions">
        <a class="button" href={document.url ?? document.address} target="_blank" rel="noreferrer">
          {t('highlights.open')}
        </a>
        <span class="title">{document.title || document.address}</span>
        <button type="button" class="button quiet" onClick={onRemove}>
          {t('highlights.remove')}
        </button>
      </p>
    </li>
  );
}

/** The reader's highlights: search, filter, note, delete with undo, export of what is shown. */
export function HighlightsPage({ shown, ports }: { shown: string; ports: LibraryPorts }) {
  const { t, fold } = ports;
  const [text, setText] = useState('');
  const [colour, setColour] = useState('');
  const [state, setState] = useState('');
  const [removed, setRemoved] = useState<string[]>([]);
  const all = ports.highlights.value;
  if (!all) return <p role="status">{t('library.loading')}</p>;
  const kept = all.filter((highlight) => !highlight.deletedAt);
  const found = filterHighlights(kept, { text, colour, state }, fold);
  const remove = (id: string) => void ports.removeHighlights([id]).then(() => setRemoved([id]));
  const undo = () => void ports.restoreHighlights(removed).then(() => setRemoved([]));
  return (
    <>
      <h1>{t('library.highlights')}</h1>
      {kept.length === 0 ? (
        <p class="empty">{t('highlights.empty')}</p>
      ) : (
        <>
          <div class="filters">
            <SearchField value={text} onChange={setText} t={t} />
            <Choice
              label={t('library.colour')}
              all={t('library.allColours')}
              value={colour}
              options={highlightColourSchema.options.map((value) => ({ value, label: t(`colour.${value}`) }))}
              onChange={setColour}
            />
            <Choice
              label={t('library.state')}
              all={t('library.allStates')}
              value={state}
              options={highlightStateSchema.options.map((value) => ({
                value,
                label: t(`highlights.state.${value}`),
              }))}
              onChange={setState}
            />
            <button
              type="button"
              class="button"
              onClick={() => saveRecordsJson({ highlights: found, entries: [] }, ports)}
            >
              {t('exchange.json')}
            </button>
            <button type="button" class="button" onClick={() => saveHighlightsCsv(found, ports)}>
              {t('exchange.csv')}
            </button>
          </div>
          <p class="count" role="status">
            {found.length > 0 ? t('library.results', { count: found.length }) : t('library.noResults')}
          </p>
        </>
      )}
      <UndoLine count={removed.length} onUndo={undo} t={t} />
      <ul class="highlights">
        {found.map((highlight) => (
          <HighlightCard
            key={`${highlight.id} ${highlight.updatedAt}`}
            highlight={highlight}
            shown={highlight.id === shown}
            ports={ports}
            onRemove={() => remove(highlight.id)}
          />
        ))}
      </ul>
    </>
  );
}
