import { useState } from 'preact/hooks';
import { isUnsettled } from '../../highlights/revise.ts';
import type { Edge, HighlightView } from '../../reader/surface.ts';
import { Icon } from '../shared/icon.tsx';
import type { Texts } from '../shared/texts.ts';
import { WordingChange } from '../shared/wording-change.tsx';
import { ColourChoice } from './colour-choice.tsx';
import { TagField } from './tag-field.tsx';

/** The store failed: the reader was told, and the fields keep what was written. */
const toldAlready = () => {};

const EDGES = [
  { edge: 'start', direction: 'wider', text: 'mark.startWider', sign: '⇤' },
  { edge: 'start', direction: 'narrower', text: 'mark.startNarrower', sign: '→' },
  { edge: 'end', direction: 'narrower', text: 'mark.endNarrower', sign: '←' },
  { edge: 'end', direction: 'wider', text: 'mark.endWider', sign: '⇥' },
] as const;

function Edges({ view, t }: { view: HighlightView; t: Texts }) {
  const [quote, setQuote] = useState(view.highlight.quote);
  const adjust = (edge: Edge, direction: 'wider' | 'narrower') =>
    void view.adjust(edge, direction).then(setQuote, toldAlready);
  return (
    <details class="edges">
      <summary>{t('mark.edges')}</summary>
      <div class="row">
        {EDGES.map(({ edge, direction, text, sign }) => (
          <button
            type="button"
            key={text}
            aria-label={t(text)}
            title={t(text)}
            onClick={() => adjust(edge, direction)}
          >
            {sign}
          </button>
        ))}
      </div>
      <p class="quote" role="status">
        {quote}
      </p>
    </details>
  );
}

function Change({ view, t }: { view: HighlightView; t: Texts }) {
  const [isSettled, setSettled] = useState(!isUnsettled(view.highlight));
  if (view.highlight.state !== 'changed') return null;
  const settle = (how: 'accept' | 'record') =>
    void view.settle(how).then(() => setSettled(true), toldAlready);
  return (
    <section class="changed">
      <p class="label">{t('mark.changedTitle')}</p>
      <WordingChange before={view.highlight.quote} after={view.highlight.found?.text ?? ''} t={t} />
      {!isSettled && (
        <p class="row">
          <button type="button" onClick={() => settle('accept')}>
            {t('mark.accept')}
          </button>
          <button type="button" onClick={() => settle('record')}>
            {t('mark.record')}
          </button>
        </p>
      )}
    </section>
  );
}

/** The small editor that a press on a highlight opens: colour, note, tags, its ends, what changed, delete. */
export function HighlightEditor({ view, t }: { view: HighlightView; t: Texts }) {
  const [colour, setColour] = useState(view.highlight.colour);
  const [tags, setTags] = useState(view.highlight.tags);
  const [note, setNote] = useState(view.highlight.note);
  const [saved, setSaved] = useState(view.highlight.note);
  const saveNote = () =>
    void view.change({ note, noteBefore: saved }).then(() => setSaved(note), toldAlready);
  return (
    <>
      <div class="head">
        <h2 id="title" class="kind" tabIndex={-1}>
          {t('highlight.label')}
        </h2>
        <button
          type="button"
          class="icon"
          aria-label={t('highlight.close')}
          title={t('highlight.close')}
          onClick={view.close}
        >
          <Icon name="close" />
        </button>
      </div>
      <div class="body">
        <Change view={view} t={t} />
        <ColourChoice
          chosen={colour}
          names={view.colourNames}
          t={t}
          onChoose={(next) => void view.change({ colour: next }).then(() => setColour(next), toldAlready)}
        />
        <label>
          <span class="label">{t('highlight.note')}</span>
          <textarea
            rows={3}
            value={note}
            placeholder={t('highlight.notePlaceholder')}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </label>
        <TagField
          tags={tags}
          t={t}
          listTags={view.listTags}
          onChange={(next) => void view.change({ tags: next }).then(() => setTags(next), toldAlready)}
        />
        <Edges view={view} t={t} />
      </div>
      <div class="foot">
        <button type="button" disabled={note === saved} onClick={saveNote}>
          <Icon name="check" />
          {note === saved && note !== '' ? t('highlight.saved') : t('highlight.save')}
        </button>
        <button type="button" onClick={view.openLibrary}>
          <Icon name="library" />
          {t('highlight.library')}
        </button>
        <button type="button" onClick={() => void view.remove().catch(toldAlready)}>
          <Icon name="remove" />
          {t('highlight.remove')}
        </button>
      </div>
    </>
  );
}
