import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Side } from '../../glossary/entry-wording.ts';
import type { EntryView } from '../../reader/surface.ts';
import { bracketedPairs } from '../../termwork/bracketed-pairs.ts';
import { languageOf } from '../../termwork/text-language.ts';
import { Icon } from '../shared/icon.tsx';
import { htmlLang, type Texts } from '../shared/texts.ts';
import { AlikeList } from './alike-list.tsx';
import { type EntryFields, entryFrom, fieldsOf } from './entry-fields.ts';
import { useAlike } from './use-alike.ts';

const STATUSES = ['proposed', 'accepted', 'official', 'superseded', 'discouraged'] as const;
const FORMS = ['full', 'short', 'abbreviation', 'variant'] as const;

/** Chinese for a Chinese interface, English for an English one; what is there in the other stays as it is. */
function textSide(t: Texts): Side {
  return t('entry.side') === 'en' ? 'en' : 'zh';
}

/** What the page itself sets beside the words in brackets, for the side that is still empty. */
function guessesFor(fields: EntryFields, around: string): string[] {
  const side: Side | undefined = fields.en.trim() === '' ? 'en' : fields.zh.trim() === '' ? 'zh' : undefined;
  if (!side) return [];
  const words = (side === 'en' ? fields.zh : fields.en).trim().toLowerCase();
  if (words === '') return [];
  const fits = bracketedPairs(around).filter(({ zh, en, abbreviation }) =>
    side === 'en'
      ? zh.includes(words) || words.includes(zh)
      : [en, abbreviation].some((known) => known?.toLowerCase() === words),
  );
  return [...new Set(fits.map(({ zh, en }) => (side === 'en' ? en : zh)))];
}

function Select<V extends string>(props: {
  label: string;
  value: V;
  options: readonly V[];
  name: (value: V) => string;
  onChange: (value: V) => void;
}) {
  const { label, value, options, name, onChange } = props;
  return (
    <label>
      <span class="label">{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as V)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {name(option)}
          </option>
        ))}
      </select>
    </label>
  );
}

const hasTerm = ({ zh, en }: EntryFields): boolean => zh.trim() !== '' || en.trim() !== '';

/** What is written and not stored: however the editor goes away, it is kept. */
function useUnsaved(view: EntryView, fields: EntryFields, side: Side) {
  const [begun] = useState(fields);
  const unsaved = useRef<EntryFields | undefined>(undefined);
  useLayoutEffect(() => {
    unsaved.current = JSON.stringify(fields) === JSON.stringify(begun) ? undefined : fields;
  }, [fields]);
  // A layout effect: the others are cleaned up a frame later, which a page that is being left does not have.
  useLayoutEffect(
    () => () => {
      const left = unsaved.current;
      if (left && hasTerm(left)) view.keep(entryFrom(view.entry, left, side, new Date().toISOString()));
    },
    [],
  );
  return unsaved;
}

/** The editor of an entry: both languages first, the rest below; what is alike elsewhere shows while one types. */
export function EntryEditor({ view, t }: { view: EntryView; t: Texts }) {
  const { entry, around } = view;
  const side = textSide(t);
  const [fields, setFields] = useState(() => fieldsOf(entry, side));
  const [problem, setProblem] = useState('');
  const alike = useAlike(view.alike, fields.zh.trim(), fields.en.trim());
  const set = (change: Partial<EntryFields>) => setFields((before) => ({ ...before, ...change }));
  const guesses = guessesFor(fields, around);
  const emptySide: Side = fields.en.trim() === '' ? 'en' : 'zh';
  const unsaved = useUnsaved(view, fields, side);
  const save = () => {
    if (!hasTerm(fields)) return setProblem(t('entry.needTerm'));
    setProblem('');
    const before = unsaved.current;
    unsaved.current = undefined;
    view.save(entryFrom(entry, fields, side, new Date().toISOString())).catch(() => {
      // The reader was told; the fields keep what was written.
      unsaved.current ??= before;
    });
  };
  const input = (name: Side, label: string) => (
    <label>
      <span class="label">{label}</span>
      <input
        type="text"
        lang={htmlLang(name)}
        value={fields[name]}
        data-first-focus={name === emptySide ? '' : undefined}
        onInput={(event) => set({ [name]: event.currentTarget.value })}
      />
    </label>
  );
  const area = (name: 'definition' | 'note', label: string) => (
    <label>
      <span class="label">{label}</span>
      <textarea
        rows={2}
        value={fields[name]}
        onInput={(event) => set({ [name]: event.currentTarget.value })}
      />
    </label>
  );
  const [context] = entry.contexts;
  return (
    <>
      <div class="head">
        <h2 id="title" class="kind" tabIndex={-1}>
          {t('entry.title')}
        </h2>
        <button
          type="button"
          class="icon"
          aria-label={t('entry.close')}
          title={t('entry.close')}
          onClick={view.close}
        >
          <Icon name="close" />
        </button>
      </div>
      <div class="body entry-editor">
        {input('zh', t('entry.chinese'))}
        {input('en', t('entry.english'))}
        {guesses.length > 0 && (
          <p class="guesses">
            {t('entry.guess')}{' '}
            {guesses.map((guess) => (
              <button
                type="button"
                key={guess}
                lang={htmlLang(emptySide)}
                onClick={() => set({ [emptySide]: guess })}
              >
                {guess}
              </button>
            ))}
          </p>
        )}
        <AlikeList alike={alike} entry={entry} zh={fields.zh} en={fields.en} t={t} />
        <div class="row">
          <Select
            label={t('entry.status')}
            value={fields.status}
            options={STATUSES}
            name={(value) => t(`status.${value}`)}
            onChange={(status) => set({ status })}
          />
          <Select
            label={t('entry.form')}
            value={fields.form}
            options={FORMS}
            name={(value) => t(`entry.forms.${value}`)}
            onChange={(form) => set({ form })}
          />
        </div>
        <label>
          <span class="label">{t('entry.subject')}</span>
          <input
            type="text"
            value={fields.subject}
            onInput={(event) => set({ subject: event.currentTarget.value })}
          />
        </label>
        {area('definition', t('entry.definition'))}
        {area('note', t('entry.note'))}
        {context && (
          <blockquote>
            <span lang={htmlLang(languageOf(context.sentence))}>{context.sentence}</span>{' '}
            <cite>{[context.title, context.collectedOn].filter(Boolean).join(' · ')}</cite>
          </blockquote>
        )}
        {problem && <p role="alert">{problem}</p>}
      </div>
      <div class="foot">
        <button type="button" onClick={save}>
          <Icon name="check" />
          {t('entry.save')}
        </button>
        <button type="button" onClick={view.openLibrary}>
          <Icon name="library" />
          {t('entry.library')}
        </button>
      </div>
    </>
  );
}
