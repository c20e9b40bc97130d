import { useEffect, useRef, useState } from 'preact/hooks';
import type { Texts } from '../shared/texts.ts';

/** A term of the page that a mistake may be reported of. */
export interface ReportedTerm {
  readonly id: string;
  readonly words: string;
  readonly sentence: string;
}

/** What the slip for a mistake shows and asks of the outside. */
export interface ReportPorts {
  readonly t: Texts;
  readonly title: string;
  readonly address: string;
  readonly terms: readonly ReportedTerm[];
  /** What the glossary says of a term now, such as `主權AI · Sovereign AI`. */
  describe(id: string): Promise<string>;
  copy(text: string): Promise<void>;
  save(text: string): void;
  /** Day of the report, `YYYY-MM-DD`. */
  readonly today: string;
}

type What = 'mark' | 'equivalent' | 'missing';
const WHAT: readonly What[] = ['mark', 'equivalent', 'missing'];

/** A slip about a wrong mark, a wrong equivalent or a missing term. It is only written: handing it on is the reader's. */
export function ReportSlip({ ports }: { ports: ReportPorts }) {
  const { t, terms } = ports;
  const [what, setWhat] = useState<What>(terms.length > 0 ? 'equivalent' : 'missing');
  const [chosen, setChosen] = useState('');
  const [now, setNow] = useState('');
  const [words, setWords] = useState('');
  const [sentence, setSentence] = useState('');
  const [proposal, setProposal] = useState('');
  const [copied, setCopied] = useState(false);
  const slipElement = useRef<HTMLElement>(null);
  // It opens below what the popup shows.
  useEffect(() => slipElement.current?.scrollIntoView({ block: 'start' }), []);

  const choose = (id: string) => {
    const term = terms.find((known) => known.id === id);
    setChosen(id);
    setWords(term?.words ?? '');
    setSentence(term?.sentence ?? '');
    setNow('');
    if (term) void ports.describe(id).then(setNow, () => {});
  };
  const lines: [string, string][] = [
    [t('report.what'), t(`report.${what}`)],
    [t('report.term'), words],
    ...(now && what !== 'missing' ? [[t('report.glossary'), `${now} (${chosen})`] as [string, string]] : []),
    [t('report.sentence'), sentence],
    [t('report.proposal'), proposal],
    [t('report.address'), `${ports.title} ${ports.address}`],
    [t('report.date'), ports.today],
  ];
  const slip = lines.map(([name, value]) => `${name}: ${value}`).join('\n');
  return (
    <section ref={slipElement} class="slip" aria-label={t('report.title')}>
      <h2>{t('report.title')}</h2>
      <p class="quiet">{t('report.hint')}</p>
      <label>
        <span>{t('report.what')}</span>
        <select value={what} onChange={(event) => setWhat(event.currentTarget.value as What)}>
          {WHAT.map((kind) => (
            <option key={kind} value={kind}>
              {t(`report.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      {what === 'missing' ? (
        <label>
          <span>{t('report.term')}</span>
          <input value={words} onInput={(event) => setWords(event.currentTarget.value)} />
        </label>
      ) : (
        <label>
          <span>{t('report.term')}</span>
          <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
            <option value="">—</option>
            {terms.map((term) => (
              <option key={term.id} value={term.id}>
                {term.words}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>{t('report.sentence')}</span>
        <textarea rows={2} value={sentence} onInput={(event) => setSentence(event.currentTarget.value)} />
      </label>
      <label>
        <span>{t('report.proposal')}</span>
        <input value={proposal} onInput={(event) => setProposal(event.currentTarget.value)} />
      </label>
      <pre class="slip-text">{slip}</pre>
      <p class="buttons">
        <button
          type="button"
          class="button"
          onClick={() =>
            void ports.copy(slip).then(
              () => setCopied(true),
              () => {},
            )
          }
        >
          {copied ? t('report.copied') : t('report.copy')}
        </button>
        <button type="button" class="button quiet" onClick={() => ports.save(slip)}>
          {t('report.save')}
        </button>
      </p>
    </section>
  );
}
