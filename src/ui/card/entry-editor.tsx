import { useEffect, useState } from 'preact/hooks';
import type { EntryTerm, GlossaryEntry } from '../../glossary/entry.ts';
import { plainWording } from '../../glossary/new-entry.ts';
import type { AlikeEntries } from '../../reader/ports.ts';
import type { EntryView } from '../../reader/surface.ts';
import { bracketedPairs } from '../../termwork/bracketed-pairs.ts';
import { Icon } from '../shared/icon.tsx';
import type { Texts } from '../shared/texts.ts';
import { AlikeList } from './alike-list.tsx';

type Side = 'zh' | 'en';

const STATUSES = ['proposed', 'accepted', 'official', 'superseded', 'discouraged'] as const;
const FORMS = ['full', 'short', 'abbreviation', 'variant'] as const;

/** What the editor holds: the first wording of each side, and the rest of the entry in plain texts. */
interface Fields {
  readonly zh: string;
  readonly en: string;
  readonly status: EntryTerm['status'];
  readonly form: EntryTerm['form'];
  readonly subject: string;
  readonly definition: string;
  readonly note: string;
}

const isSide = (term: EntryTerm, side: Side): boolean => (term.lang === 'en') === (side === 'en');

function firstOf(entry: GlossaryEntry, side: Side): EntryTerm | undefined {
  return entry.terms.find((term) => isSide(term, side));
}

/** Chinese for a Chinese interface, English for an English one; what is there in the other stays as it is. */
function textSide(t: Texts): Side {
  return t('entry.side') === 'en' ? 'en' : 'zh';
}

function fieldsOf(entry: GlossaryEntry, t: Texts): Fields {
  const [zh, en] = [firstOf(entry, 'zh'), firstOf(entry, 'en')];
  const side = textSide(t);
  return {
    zh: zh?.text ?? '',
    en: en?.text ?? '',
    status: en?.status ?? zh?.status ?? 'proposed',
    form: en?.form ?? zh?.form ?? 'full',
    subject: entry.subject,
    definition: entry.definition[side],
    note: entry.note[side],
  };
}

/** The terms with the first of a side as it was written; an emptied one is taken away, a new one added. */
function withWritten(
  terms: readonly EntryTerm[],
  side: Side,
  text: string,
  facts: Pick<EntryTerm, 'status' | 'form'>,
) {
  const at = terms.findIndex((term) => isSide(term, side));
  const written = text.trim();
  if (at < 0)
    return written ? [...terms, plainWording(side === 'en' ? 'en' : 'zh-Hant', written, facts)] : terms;
  if (!written) return terms.filter((_, index) => index !== at);
  return terms.map((term, index) => (index === at ? { ...term, ...facts, text: written } : term));
}

function entryFrom(entry: GlossaryEntry, fields: Fields, t: Texts): GlossaryEntry {
  const side = textSide(t);
  const facts = { status: fields.status, form: fields.form };
  const terms = withWritten(withWritten(entry.terms, 'zh', fields.zh, facts), 'en', fields.en, facts);
  return {
    ...entry,
    terms: [...terms],
    subject: fields.subject.trim(),
    definition: { ...entry.definition, [side]: fields.definition.trim() },
    note: { ...entry.note, [side]: fields.note.trim() },
    updatedAt: new Date().toISOString(),
  };
}

/** What the page itself sets beside the words in brackets, for the side that is still empty. */
function guessesFor(fields: Fields, around: string): string[] {
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

/** Entries that share a term with what is written; asked for as one types, the last answer counts. */
function useAlike(view: EntryView, zh: string, en: string): AlikeEntries | undefined {
  const [alike, setAlike] = useState<AlikeEntries>();
  useEffect(() => {
    let isCurrent = true;
    view.alike(zh.trim(), en.trim()).then(
      (found) => {
        if (isCurrent) setAlike(found);
      },
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [zh, en]);
  return alike;
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

/** The editor of an entry: both languages first, the rest below; what is alike elsewhere shows while one types. */
export function EntryEditor({ view, t }: { view: EntryView; t: Texts }) {
  const { entry, around } = view;
  const [fields, setFields] = useState(() => fieldsOf(entry, t));
  const [problem, setProblem] = useState('');
  const alike = useAlike(view, fields.zh, fields.en);
  const set = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }));
  const guesses = guessesFor(fields, around);
  const emptySide: Side = fields.en.trim() === '' ? 'en' : 'zh';
  const save = () => {
    if (!fields.zh.trim() && !fields.en.trim()) return setProblem(t('entry.needTerm'));
    setProblem('');
    view.save(entryFrom(entry, fields, t)).catch(() => {
      // The reader was told; the fields keep what was written.
    });
  };
  const input = (name: Side, label: string) => (
    <label>
      <span class="label">{label}</span>
      <input
        type="text"
        lang={name === 'zh' ? 'zh-Hant' : 'en'}
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
              <button type="button" key={guess} onClick={() => set({ [emptySide]: guess })}>
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
            {context.sentence} <cite>{[context.title, context.collectedOn].filter(Boolean).join(' · ')}</cite>
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
