import type { EntryTerm } from '../../../glossary/entry.ts';
import type { EntryProblem } from '../../../glossary/entry-problems.ts';
import { termLanguageSchema } from '../../../glossary/language.ts';
import { termStatusSchema } from '../../../glossary/status.ts';
import { termFormSchema } from '../../../glossary/term.ts';
import type { Texts } from '../../shared/texts.ts';
import { Choice } from '../fields.tsx';

/** The fields of one wording. What is rarely said is folded away until it is. */
export function TermFields(props: {
  term: EntryTerm;
  number: number;
  problems: readonly EntryProblem[];
  t: Texts;
  onChange: (term: EntryTerm) => void;
  onRemove: (() => void) | undefined;
}) {
  const { term, number, problems, t, onChange, onRemove } = props;
  const set = (change: Partial<EntryTerm>) => onChange({ ...term, ...change });
  const isInvalid = problems.some(({ isError }) => isError);
  const said = `term-${number}-problems`;
  const text = (name: 'source' | 'usage' | 'partOfSpeech' | 'region' | 'from' | 'to', label: string) => (
    <label>
      <span>{label}</span>
      <input value={term[name]} onInput={(event) => set({ [name]: event.currentTarget.value })} />
    </label>
  );
  const isRareSaid = [term.partOfSpeech, term.region, term.from, term.to].some(Boolean);
  return (
    <fieldset class="term-fields">
      <legend>{t('desk.termNumber', { number })}</legend>
      <div class="fields">
        <label class="term-text">
          <span>{t('desk.wording')}</span>
          <input
            value={term.text}
            lang={term.lang}
            aria-invalid={isInvalid}
            aria-describedby={problems.length > 0 ? said : undefined}
            onInput={(event) => set({ text: event.currentTarget.value })}
          />
        </label>
        <Choice
          label={t('desk.language')}
          value={term.lang}
          options={termLanguageSchema.options.map((value) => ({ value, label: t(`desk.lang.${value}`) }))}
          onChange={(lang) => set({ lang: lang as EntryTerm['lang'] })}
        />
        <Choice
          label={t('glossary.form')}
          value={term.form}
          options={termFormSchema.options.map((value) => ({ value, label: t(`form.${value}`) }))}
          onChange={(form) => set({ form: form as EntryTerm['form'] })}
        />
        <Choice
          label={t('library.status')}
          value={term.status}
          options={termStatusSchema.options.map((value) => ({ value, label: t(`status.${value}`) }))}
          onChange={(status) => set({ status: status as EntryTerm['status'] })}
        />
        {text('source', t('initiatives.source'))}
        {text('usage', t('desk.usage'))}
      </div>
      <details open={isRareSaid}>
        <summary>{t('desk.moreFields')}</summary>
        <div class="fields">
          {text('partOfSpeech', t('desk.partOfSpeech'))}
          {text('region', t('desk.region'))}
          {text('from', t('desk.from'))}
          {text('to', t('desk.to'))}
        </div>
      </details>
      {problems.length > 0 && (
        <ul class="problems" id={said}>
          {problems.map(({ code }) => (
            <li key={code}>{t(`desk.problem.${code}`)}</li>
          ))}
        </ul>
      )}
      {onRemove && (
        <button type="button" class="button quiet" onClick={onRemove}>
          {t('desk.removeTerm', { number })}
        </button>
      )}
    </fieldset>
  );
}
