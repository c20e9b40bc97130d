import type { HighlightColour } from '../../highlights/highlight.ts';
import type { ColourNames } from '../../reader/surface.ts';
import type { Texts } from '../shared/texts.ts';

/** Colours in the order they are offered. */
export const COLOURS: readonly HighlightColour[] = ['yellow', 'green', 'blue', 'pink', 'orange'];

/** What a colour is called: by the reader's name for it, if there is one, with its own. */
export function colourName(colour: HighlightColour, names: ColourNames, t: Texts): string {
  const own = t(`colour.${colour}`);
  const name = names[colour]?.trim();
  return name ? t('mark.colourNamed', { name, colour: own }) : own;
}

/** A row of colours to choose from; the name of each is read out and shown on hover. */
export function ColourChoice(props: {
  chosen?: HighlightColour;
  names: ColourNames;
  t: Texts;
  onChoose: (colour: HighlightColour) => void;
}) {
  const { chosen, names, t, onChoose } = props;
  return (
    <fieldset class="colours">
      <legend class="silent">{t('highlight.colour')}</legend>
      {COLOURS.map((colour) => (
        <button
          type="button"
          key={colour}
          class={`swatch mark-${colour}`}
          aria-pressed={colour === chosen}
          aria-label={colourName(colour, names, t)}
          title={colourName(colour, names, t)}
          onClick={() => onChoose(colour)}
        />
      ))}
    </fieldset>
  );
}
