import type { GlossaryEntry } from '../../../glossary/entry.ts';
import { grouped } from '../../shared/grouped.ts';
import type { LibraryPorts } from '../ports.ts';

/** What an entry says, to be read. */
export function EntryDigest({ entry, ports: { t } }: { entry: GlossaryEntry; ports: LibraryPorts }) {
  const { terms, subject, definition, note, contexts, other } = entry;
  const facts: [string, string][] = [
    [t('library.subject'), subject],
    [t('glossary.definition'), [definition.zh, definition.en].filter(Boolean).join(' / ')],
    [t('glossary.note'), [note.zh, note.en].filter(Boolean).join(' / ')],
    [t('desk.contexts'), contexts.length > 0 ? grouped(contexts.length) : ''],
    [t('desk.otherFacts'), other.map(({ name, value }) => `${name}: ${value}`).join('; ')],
  ];
  return (
    <>
      <ul class="digest">
        {terms.map(({ lang, text, status, form }) => (
          <li key={`${lang} ${text}`}>
            <span lang={lang}>{text}</span>{' '}
            <small>
              {t(`form.${form}`)} · {t(`status.${status}`)}
            </small>
          </li>
        ))}
      </ul>
      <dl class="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name} class="fact">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}
