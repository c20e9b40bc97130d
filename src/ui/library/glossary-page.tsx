import { useMemo, useState } from 'preact/hooks';
import { type Concept, conceptKindSchema } from '../../glossary/concept.ts';
import { preferredTerm } from '../../glossary/preferred-term.ts';
import { termStatusSchema } from '../../glossary/status.ts';
import { conceptHref } from './concept-link.tsx';
import { Choice, SearchField } from './fields.tsx';
import { MyEntries } from './my-entries.tsx';
import type { LibraryPorts } from './ports.ts';

/** Entries shown at once; more are asked for. */
const PAGE_SIZE = 100;

/** Concepts with the search key of all their terms, made once. */
function useKeys(ports: LibraryPorts): { concept: Concept; key: string }[] {
  const { graph, fold } = ports;
  return useMemo(
    () =>
      graph.pack.concepts.map((concept) => ({
        concept,
        key: concept.terms.map(({ text }) => fold(text)).join('\n'),
      })),
    [graph, fold],
  );
}

function ConceptRow({ concept, ports }: { concept: Concept; ports: LibraryPorts }) {
  const { t } = ports;
  const english = preferredTerm(concept, 'en');
  return (
    <li class="row">
      <a href={conceptHref(concept)}>
        <span class="zh" lang="zh-Hant">
          {preferredTerm(concept, 'zh-Hant').text}
        </span>
        <span class="en" lang="en">
          {english.text}
        </span>
      </a>
      <span class="meta">
        <span class={`status status-${english.status}`}>{t(`status.${english.status}`)}</span>
        {t(`kind.${concept.kind}`)} · {t(`jurisdiction.${concept.jurisdiction}`)}
      </span>
    </li>
  );
}

/** The glossary: search and filters over the bundled pack, and the reader's own entries. */
export function GlossaryPage({ ports }: { ports: LibraryPorts }) {
  const { t, language, graph, fold } = ports;
  const [text, setText] = useState('');
  const [kind, setKind] = useState('');
  const [subject, setSubject] = useState('');
  const [status, setStatus] = useState('');
  const [most, setMost] = useState(PAGE_SIZE);
  const keys = useKeys(ports);
  const wanted = fold(text);
  const found = useMemo(
    () =>
      keys
        .filter(
          ({ concept, key }) =>
            (!wanted || key.includes(wanted)) &&
            (!kind || concept.kind === kind) &&
            (!subject || concept.subject === subject) &&
            (!status || preferredTerm(concept, 'en').status === status),
        )
        .map(({ concept }) => concept),
    [keys, wanted, kind, subject, status],
  );
  const own = language === 'en' ? 'en' : 'zh-Hant';
  return (
    <>
      <h1>{t('library.glossary')}</h1>
      <MyEntries ports={ports} />
      <section aria-labelledby="bundled">
        <h2 id="bundled">{t('glossary.bundled')}</h2>
        <div class="filters">
          <SearchField value={text} onChange={setText} t={t} />
          <Choice
            label={t('library.kind')}
            all={t('library.allKinds')}
            value={kind}
            options={conceptKindSchema.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={setKind}
          />
          <Choice
            label={t('library.subject')}
            all={t('library.allSubjects')}
            value={subject}
            options={graph.pack.subjects.map(({ id, label }) => ({ value: id, label: label[own] }))}
            onChange={setSubject}
          />
          <Choice
            label={t('library.status')}
            all={t('library.allStatuses')}
            value={status}
            options={termStatusSchema.options.map((value) => ({ value, label: t(`status.${value}`) }))}
            onChange={setStatus}
          />
        </div>
        <p class="count" role="status">
          {found.length > 0 ? t('library.results', { count: found.length }) : t('library.noResults')}
        </p>
        <ul class="rows">
          {found.slice(0, most).map((concept) => (
            <ConceptRow key={concept.id} concept={concept} ports={ports} />
          ))}
        </ul>
        {found.length > most && (
          <button type="button" class="button" onClick={() => setMost(most + PAGE_SIZE)}>
            {t('library.more')}
          </button>
        )}
      </section>
    </>
  );
}
