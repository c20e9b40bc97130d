import { useState } from 'preact/hooks';
import type { Texts } from '../../shared/texts.ts';
import type { CheckPorts, OpenPage } from './check-ports.ts';

/** One of the two texts, with where it came from. */
export interface SideText {
  readonly text: string;
  /** Title of the page it was taken from; empty for a pasted text. */
  readonly name: string;
}

/** A field for one text: pasted, or taken from an open page. */
export function TextSide(props: {
  label: string;
  value: SideText;
  onChange: (value: SideText) => void;
  ports: Pick<CheckPorts, 'openPages' | 'pageText'>;
  t: Texts;
}) {
  const { label, value, onChange, ports, t } = props;
  const [pages, setPages] = useState<readonly OpenPage[]>();
  const [isGone, setGone] = useState(false);
  const look = () => void ports.openPages().then(setPages, () => setPages([]));
  const take = async (page: OpenPage) => {
    try {
      // Blank lines part the blocks, so that the text can be read and changed here.
      const text = (await ports.pageText(page.tabId)).replaceAll('\u2029', '\n\n');
      setGone(false);
      setPages(undefined);
      onChange({ text, name: page.title || page.address });
    } catch {
      setGone(true);
    }
  };
  return (
    <div class="side">
      <label>
        <span>{label}</span>
        <textarea
          rows={12}
          placeholder={t('check.paste')}
          value={value.text}
          onInput={(event) => onChange({ text: event.currentTarget.value, name: '' })}
        />
      </label>
      {value.name && <p class="quiet">{value.name}</p>}
      {pages === undefined ? (
        <button type="button" class="button quiet" onClick={look}>
          {t('check.fromTab')}
        </button>
      ) : (
        <div role="status">
          {pages.length === 0 && <p class="quiet">{t('check.noTabs')}</p>}
          {pages.length > 0 && (
            <ul class="open-pages" aria-label={t('check.chooseTab')}>
              {pages.map((page) => (
                <li key={page.tabId}>
                  <button type="button" class="link" onClick={() => void take(page)}>
                    {page.title || page.address}
                  </button>{' '}
                  <small>{new URL(page.address).host}</small>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {isGone && <p role="alert">{t('check.tabGone')}</p>}
    </div>
  );
}
