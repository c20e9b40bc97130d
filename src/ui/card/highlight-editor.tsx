import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Highlight } from '../../highlights/highlight.ts';
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

interface Part {
  readonly view: HighlightView;
  /** As it is in the store now. */
  readonly highlight: Highlight;
  readonly t: Texts;
}

function Edges({ view, highlight, t }: Part) {
  const adjust = (edge: Edge, direction: 'wider' | 'narrower') =>
    void view.adjust(edge, direction).catch(toldAlready);
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
        {highlight.quote}
      </p>
    </details>
  );
}

function Change({ view, highlight, t }: Part) {
  if (highlight.state !== 'changed') return null;
  const settle = (how: 'accept' | 'record') => void view.settle(how).catch(toldAlready);
  return (
    <section class="changed">
      <p class="label">{t('mark.changedTitle')}</p>
      <WordingChange before={highlight.quote} after={highlight.found?.text ?? ''} t={t} />
      {isUnsettled(highlight) && (
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

/** A note that is being written, and the one it started from. */
interface Draft {
  readonly note: string;
  readonly before: string;
}

function saveDraft(view: HighlightView, { note, before }: Draft): Promise<void> {
  return view.change({ note, noteBefore: before });
}

/**
 * The highlight as the store has it, and the note that is being written with the one it started from: two tabs and the
 * library may have the same highlight open.
 */
function useHighlight(view: HighlightView) {
  const unsaved = useRef<Draft | undefined>(undefined);
  const [highlight, setHighlight] = useState(view.highlight);
  const [draft, setDraft] = useState<Draft>();
  unsaved.current = draft;
  useEffect(
    () =>
      view.watch((next) => {
        if (next) setHighlight(next);
        // Deleted by another hand: a note that is being written can still be saved into the bin.
        else if (!unsaved.current) view.close();
      }),
    [],
  );
  // However the editor goes away, what was written stays. A layout effect: the others are cleaned up a frame later, which a
  // page that is being left does not have.
  useLayoutEffect(
    () => () => void (unsaved.current && saveDraft(view, unsaved.current).catch(toldAlready)),
    [],
  );
  return { highlight, draft, setDraft };
}

/** The small editor that a press on a highlight opens: colour, note, tags, its ends, what changed, delete. */
export function HighlightEditor({ view, t }: { view: HighlightView; t: Texts }) {
  const { highlight, draft, setDraft } = useHighlight(view);
  const { colour, tags } = highlight;
  const note = draft?.note ?? highlight.note;
  const write = (text: string) => {
    const before = draft?.before ?? highlight.note;
    setDraft(text === before ? undefined : { note: text, before });
  };
  const saveNote = () =>
    draft &&
    void saveDraft(view, draft).then(
      () => setDraft((now) => (now?.note === draft.note ? undefined : now)),
      toldAlready,
    );
  const part = { view, highlight, t };
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
        <Change {...part} />
        <ColourChoice
          chosen={colour}
          names={view.colourNames}
          t={t}
          onChoose={(next) => void view.change({ colour: next }).catch(toldAlready)}
        />
        <label>
          <span class="label">{t('highlight.note')}</span>
          <textarea
            rows={3}
            value={note}
            placeholder={t('highlight.notePlaceholder')}
            onInput={(event) => write(event.currentTarget.value)}
          />
        </label>
        <TagField
          tags={tags}
          t={t}
          listTags={view.listTags}
          onChange={(next) => void view.change({ tags: next, tagsBefore: tags }).catch(toldAlready)}
        />
        <Edges {...part} />
      </div>
      <div class="foot">
        <button type="button" disabled={!draft} onClick={saveNote}>
          <Icon name="check" />
          {!draft && note !== '' ? t('highlight.saved') : t('highlight.save')}
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
