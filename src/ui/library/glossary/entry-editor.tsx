import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { conceptKindSchema } from '../../../glossary/concept.ts';
import type { EntryTerm, GlossaryEntry } from '../../../glossary/entry.ts';
import { problemsOf } from '../../../glossary/entry-problems.ts';
import { isWritten, rebased } from '../../../glossary/entry-revise.ts';
import { plainWording } from '../../../glossary/new-entry.ts';
import type { AlikeEntries } from '../../../reader/ports.ts';
import { languageOf } from '../../../termwork/text-language.ts';
import { AlikeList } from '../../card/alike-list.tsx';
import { useAlike } from '../../card/use-alike.ts';
import { htmlLang, type Texts } from '../../shared/texts.ts';
import { Choice } from '../fields.tsx';
import { FailureLine } from '../highlights/failure-line.tsx';
import { useDeed } from '../highlights/use-deed.ts';
import { draftAt, keepDraft } from './drafts.ts';
import { OfferedField } from './filter-bar.tsx';
import { ReviewFields } from './review-fields.tsx';
import { TermFields } from './term-fields.tsx';

/** What the editor asks of the outside; nothing of the library. */
export interface EntryEditorPorts {
  readonly t: Texts;
  /** Subjects in use, offered while one writes. */
  readonly subjects: readonly string[];
  /** Who reviews, as the user last wrote it. */
  readonly reviewer: string;
  /** This day where the user is, `YYYY-MM-DD`. */
  readonly today: string;
  /** Entries of all glossaries that share one of these words; without it nothing is said of them. */
  alike?(zh: string, en: string): Promise<AlikeEntries>;
  /** Stores the entry; rejects when it was not stored. */
  save(entry: GlossaryEntry): Promise<unknown>;
}

/** The entry as it is stored: without wordings that are empty, and without blanks around the others. */
function written(draft: GlossaryEntry): GlossaryEntry {
  const terms = draft.terms
    .map((term) => ({ ...term, text: term.text.trim() }))
    .filter(({ text }) => text !== '');
  return { ...draft, terms, subject: draft.subject.trim(), reviewedBy: draft.reviewedBy.trim() };
}

function BothFields(props: {
  label: string;
  value: GlossaryEntry['note'];
  t: Texts;
  onChange: (value: GlossaryEntry['note']) => void;
}) {
  const { label, value, t, onChange } = props;
  return (
    <div class="fields">
      {(['zh', 'en'] as const).map((side) => (
        <label key={side}>
          <span>
            {label} ({t(side === 'zh' ? 'glossary.chinese' : 'glossary.english')})
          </span>
          <textarea
            rows={3}
            lang={side === 'zh' ? 'zh-Hant' : 'en'}
            value={value[side]}
            onInput={(event) => onChange({ ...value, [side]: event.currentTarget.value })}
          />
        </label>
      ))}
    </div>
  );
}

/**
 * All that an entry can say, to be written. It is stored by its button. What was written when one goes elsewhere in the
 * library is there when one comes back to the same `place`, until it is stored or cancelled.
 */
export function EntryEditor(props: {
  entry: GlossaryEntry;
  place: string;
  ports: EntryEditorPorts;
  onCancel: () => void;
}) {
  const { entry, place, ports, onCancel } = props;
  const { t } = ports;
  const [kept] = useState(() => draftAt(place));
  const [draft, setDraft] = useState(() => (kept ? rebased(kept.base, kept.draft, entry) : entry));
  /** What the draft was begun on. */
  const base = useRef(entry);
  const [isTried, setTried] = useState(false);
  const [failure, run] = useDeed();
  const textOf = (isEnglish: boolean) =>
    draft.terms.find(({ lang }) => (lang === 'en') === isEnglish)?.text.trim() ?? '';
  const [zh, en] = [textOf(false), textOf(true)];
  const alike = useAlike(ports.alike, zh, en);
  const set = (change: Partial<GlossaryEntry>) => setDraft({ ...draft, ...change });
  const setTerm = (at: number, term: EntryTerm) =>
    set({ terms: draft.terms.map((other, index) => (index === at ? term : other)) });
  const problems = problemsOf(draft);
  const errors = problems.filter(({ isError }) => isError);
  // What was changed elsewhere is taken in, and what is being written stays.
  useEffect(() => {
    const from = base.current;
    base.current = entry;
    setDraft((begun) => rebased(from, begun, entry));
  }, [entry.updatedAt]);
  const isDirty = isWritten(base.current, draft);
  const keep = (now: GlossaryEntry) =>
    keepDraft(place, isWritten(base.current, now) ? { base: base.current, draft: now } : undefined);
  useLayoutEffect(() => keep(draft), [draft]);
  const cancel = () => {
    setDraft(base.current);
    keep(base.current);
    onCancel();
  };
  const save = async () => {
    setTried(true);
    if (errors.length > 0) return;
    const from = base.current;
    const wanted = written(draft);
    base.current = wanted;
    setDraft(wanted);
    if (await run(() => ports.save(wanted))) return setTried(false);
    base.current = from;
    keep(wanted);
  };
  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {kept && isDirty && <p role="status">{t('desk.draftKept')}</p>}
      <h2>{t('glossary.terms')}</h2>
      {draft.terms.map((term, index) => (
        <TermFields
          key={index}
          term={term}
          number={index + 1}
          problems={problems.filter((problem) => problem.term === index)}
          t={t}
          onChange={(changed) => setTerm(index, changed)}
          onRemove={
            draft.terms.length > 1
              ? () => set({ terms: draft.terms.filter((_, at) => at !== index) })
              : undefined
          }
        />
      ))}
      <p class="actions">
        <button
          type="button"
          class="button"
          onClick={() => set({ terms: [...draft.terms, plainWording('zh-Hant', '')] })}
        >
          {t('desk.addChinese')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => set({ terms: [...draft.terms, plainWording('en', '')] })}
        >
          {t('desk.addEnglish')}
        </button>
      </p>
      {ports.alike && <AlikeList alike={alike} entry={draft} zh={zh} en={en} t={t} />}
      <h2>{t('desk.facts')}</h2>
      <div class="fields">
        <OfferedField
          label={t('library.subject')}
          name="subjects-of-editor"
          value={draft.subject}
          offered={ports.subjects}
          onChange={(subject) => set({ subject })}
        />
        <Choice
          label={t('library.kind')}
          all={t('desk.noKind')}
          value={draft.kind ?? ''}
          options={conceptKindSchema.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(kind) => {
            const { kind: _, ...rest } = draft;
            setDraft(kind ? { ...rest, kind: conceptKindSchema.parse(kind) } : rest);
          }}
        />
        <label>
          <span>{t('desk.factSource')}</span>
          <input value={draft.source} onInput={(event) => set({ source: event.currentTarget.value })} />
        </label>
      </div>
      <BothFields
        label={t('glossary.definition')}
        value={draft.definition}
        t={t}
        onChange={(definition) => set({ definition })}
      />
      <BothFields label={t('glossary.note')} value={draft.note} t={t} onChange={(note) => set({ note })} />
      <label class="check">
        <input
          type="checkbox"
          checked={draft.mark}
          onChange={(event) => set({ mark: event.currentTarget.checked })}
        />
        <span>{t('desk.markOnPages')}</span>
      </label>
      <ReviewFields
        entry={draft}
        reviewer={ports.reviewer}
        today={ports.today}
        t={t}
        onChange={(change) => set(change)}
      />
      {draft.contexts.length > 0 && (
        <>
          <h2>{t('desk.contexts')}</h2>
          {draft.contexts.map((context, index) => (
            <blockquote key={`${context.address} ${context.sentence}`} cite={context.address}>
              <span lang={htmlLang(languageOf(context.sentence))}>{context.sentence}</span>
              <cite>
                {context.address ? (
                  <a href={context.address} target="_blank" rel="noreferrer">
                    {context.title || context.address}
                  </a>
                ) : (
                  context.title
                )}
                {context.collectedOn && ` · ${t('glossary.collected', { date: context.collectedOn })}`}{' '}
                <button
                  type="button"
                  class="link"
                  onClick={() => set({ contexts: draft.contexts.filter((_, at) => at !== index) })}
                >
                  {t('desk.removeContext')}
                </button>
              </cite>
            </blockquote>
          ))}
        </>
      )}
      {draft.other.length > 0 && (
        <>
          <h2>{t('desk.otherFacts')}</h2>
          <dl class="facts">
            {draft.other.map(({ name, value }) => (
              <div key={`${name} ${value}`} class="fact">
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <div class="save-bar">
        <div role="alert">
          {isTried && errors.length > 0 && (
            <ul class="problems">
              {errors.map(({ code, term }) => (
                <li key={`${code} ${term}`}>
                  {term === undefined
                    ? t(`desk.problem.${code}`)
                    : `${t('desk.termNumber', { number: term + 1 })}: ${t(`desk.problem.${code}`)}`}
                </li>
              ))}
            </ul>
          )}
        </div>
        <FailureLine failure={failure} t={t} />
        <p class="actions">
          <button type="submit" class="button main">
            {t('glossary.save')}
          </button>
          <button type="button" class="button quiet" onClick={cancel}>
            {t('desk.cancel')}
          </button>
        </p>
      </div>
    </form>
  );
}
