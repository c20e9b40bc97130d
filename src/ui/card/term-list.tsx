import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ListedWording, TermListView } from '../../reader/surface.ts';
import { Icon } from '../shared/icon.tsx';
import { htmlLang, type InterfaceLanguage, type Texts } from '../shared/texts.ts';

interface Row extends ListedWording {
  /** Place in the view's list. */
  readonly index: number;
  readonly equivalent: string;
}

/** Keys that move in the list: where they lead from row `at` of `count`. */
const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

function includes(row: Row, wanted: string): boolean {
  return `${row.text}\n${row.equivalent}`.toLowerCase().includes(wanted);
}

/**
 * The terms of the page as a list, for those who do not point: one stop of the Tab key however long it is, arrow keys
 * inside it. `bindKeys` hands over what answers the keys, since keys in our element are kept from the page.
 */
export function TermList(props: {
  view: TermListView;
  t: Texts;
  language: InterfaceLanguage;
  bindKeys: (answer: (event: KeyboardEvent) => void) => void;
}) {
  const { view, t, bindKeys } = props;
  const [equivalents, setEquivalents] = useState<readonly string[]>([]);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const filter = useRef<HTMLInputElement>(null);

  useEffect(() => {
    void view.equivalents().then(setEquivalents, () => {});
  }, [view]);
  const wanted = text.trim().toLowerCase();
  const rows = view.terms
    .map((term, index): Row => ({ ...term, index, equivalent: equivalents[index] ?? '' }))
    .filter((row) => wanted === '' || includes(row, wanted));
  const current = Math.min(at, rows.length - 1);

  const focusRow = (next: number) => {
    setAt(next);
    list.current?.querySelectorAll<HTMLElement>('.term')[next]?.focus();
  };
  useLayoutEffect(() => {
    bindKeys((event) => {
      const own = list.current;
      const step = STEPS[event.key];
      if (event.type !== 'keydown' || event.altKey || event.ctrlKey || event.metaKey) return;
      if (!own || !step || rows.length === 0) return;
      const focused = (own.getRootNode() as ShadowRoot).activeElement;
      const inFilter = focused === filter.current;
      // In the field the arrows and Home are the field's, but down leads into the list.
      if (inFilter ? event.key !== 'ArrowDown' : !own.contains(focused)) return;
      event.preventDefault();
      focusRow(inFilter ? current : step(current, rows.length));
    });
  });

  return (
    <>
      <div class="head">
        <h2 id="title" class="kind">
          {t('terms.title', { count: view.terms.length })}
        </h2>
        <button
          type="button"
          class="icon"
          aria-label={t('card.close')}
          title={t('card.close')}
          onClick={view.close}
        >
          <Icon name="close" />
        </button>
      </div>
      <div class="body">
        <label class="filter">
          <span class="silent">{t('terms.filter')}</span>
          <input
            type="search"
            ref={filter}
            value={text}
            placeholder={t('terms.filter')}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setAt(0);
            }}
          />
        </label>
        <p class="count" role="status">
          {wanted === ''
            ? t('terms.hint')
            : t('terms.filtered', { count: rows.length, of: view.terms.length })}
        </p>
        <ul class="terms" ref={list}>
          {rows.map((row, place) => (
            <li key={row.index}>
              <button
                type="button"
                class="term"
                tabIndex={place === current ? 0 : -1}
                data-first-focus={place === 0 ? '' : undefined}
                onFocus={() => setAt(place)}
                onClick={() => view.open(row.index)}
              >
                <span class="names">
                  <span lang={htmlLang(row.language)}>{row.text}</span>
                  {row.equivalent && (
                    <small lang={htmlLang(row.language === 'zh' ? 'en' : 'zh')}>{row.equivalent}</small>
                  )}
                </span>
                <small class="times">{t('terms.times', { count: row.count })}</small>
              </button>
              <button
                type="button"
                class="icon"
                tabIndex={place === current ? 0 : -1}
                aria-label={t('terms.goTo', { term: row.text })}
                title={t('terms.goTo', { term: row.text })}
                onClick={() => view.goTo(row.index)}
              >
                <Icon name="chevron" />
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
