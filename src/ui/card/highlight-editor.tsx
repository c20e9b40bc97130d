import { useState } from 'preact/hooks';
import type { HighlightColour } from '../../highlights/highlight.ts';
import type { HighlightView } from '../../reader/surface.ts';
import { Icon } from '../shared/icon.tsx';
import type { Texts } from '../shared/texts.ts';

/** Colours in the order they are offered. */
export const COLOURS: readonly HighlightColour[] = ['yellow', 'green', 'blue', 'pink', 'orange'];

/** A row of colours to choose from; the name of each is read out and shown on hover. */
export function ColourChoice(props: {
  chosen?: HighlightColour;
  t: Texts;
  onChoose: (colour: HighlightColour) => void;
}) {
  const { chosen, t, onChoose } = props;
  return (
    <fieldset class="colours">
      <legend class="silent">{t('highlight.colour')}</legend>
      {COLOURS.map((colour) => (
        <button
          type="button"
          key={colour}
          class={`swatch swatch-${colour}`}
          aria-pressed={colour === chosen}
          aria-label={t(`colour.${colour}`)}
          title={t(`colour.${colour}`)}
          onClick={() => onChoose(colour)}
        />
      ))}
    </fieldset>
  );
}

/** The small editor that a press on a highlight opens: colour, note, delete. */
export function HighlightEditor({ view, t }: { view: HighlightView; t: Texts }) {
  const [colour, setColour] = useState(view.highlight.colour);
  const [note, setNote] = useState(view.highlight.note);
  const [saved, setSaved] = useState(view.highlight.note);
  return (
    <>
      <div class="head">
        <h2 id="title" class="kind">
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
        <ColourChoice
          chosen={colour}
          t={t}
          onChoose={(next) => {
            setColour(next);
            void view.change({ colour: next });
          }}
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
      </div>
      <div class="foot">
        <button
          type="button"
          disabled={note === saved}
          onClick={() => void view.change({ note }).then(() => setSaved(note))}
        >
          <Icon name="check" />
          {note === saved && note !== '' ? t('highlight.saved') : t('highlight.save')}
        </button>
        <button type="button" onClick={view.openLibrary}>
          <Icon name="library" />
          {t('highlight.library')}
        </button>
        <button type="button" onClick={() => void view.remove()}>
          <Icon name="remove" />
          {t('highlight.remove')}
        </button>
      </div>
    </>
  );
}
