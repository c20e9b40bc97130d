import type { SelectionView } from '../../reader/surface.ts';
import type { Texts } from '../shared/texts.ts';
import { ColourChoice } from './colour-choice.tsx';

/** Characters of a quote that are shown in a list of quotes. */
const SHORT = 40;

function short(quote: string): string {
  const characters = [...quote];
  return characters.length > SHORT ? `${characters.slice(0, SHORT).join('')}…` : quote;
}

/** What can be done with a selection: keep it in a colour, or put a highlight that is there or lost onto it. */
export function SelectionMenu({ view, t }: { view: SelectionView; t: Texts }) {
  const { touched, lost } = view;
  return (
    // Pressing anything here must not take the selection away that it is for.
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done by it; it keeps something from being done.
    <div role="presentation" onMouseDown={(event) => event.preventDefault()}>
      <ColourChoice names={view.colourNames} t={t} onChoose={view.keep} />
      <button type="button" class="text" onClick={view.collect}>
        {t('entry.collectSelection')}
      </button>
      {touched && (
        <button type="button" class="text" title={touched.quote} onClick={() => view.putOnto(touched.id)}>
          {t('mark.putOnto')}
        </button>
      )}
      {lost.length > 0 && (
        <details>
          <summary>{t('mark.putLost')}</summary>
          <ul>
            {lost.map(({ id, quote }) => (
              <li key={id}>
                <button type="button" class="text" title={quote} onClick={() => view.putOnto(id)}>
                  {short(quote)}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
