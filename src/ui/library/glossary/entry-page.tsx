import { useEffect, useState } from 'preact/hooks';
import type { GlossaryEntry } from '../../../glossary/entry.ts';
import { entryWith, plainWording } from '../../../glossary/new-entry.ts';
import { MY_PACK } from '../../../glossary/pack-ids.ts';
import { localDay } from '../../../text/local-day.ts';
import { FailureLine } from '../highlights/failure-line.tsx';
import { useDeed } from '../highlights/use-deed.ts';
import { NotFound } from '../not-found.tsx';
import type { LibraryPorts } from '../ports.ts';
import { Steps } from '../steps.tsx';
import { draftAt } from './drafts.ts';
import { entryHref } from './entry-address.ts';
import { EntryEditor } from './entry-editor.tsx';
import { EntryHistory } from './entry-history.tsx';
import { packName } from './pack-name.ts';
import { SplitDialog } from './split-dialog.tsx';
import { tableHref } from './table-place.ts';
import { wordsOf } from './words-of.ts';

function useEditorPorts(ports: LibraryPorts, onSaved: (entry: GlossaryEntry) => void) {
  const { t, glossary } = ports;
  const { reviewer } = ports.settings.value;
  const [subjects, setSubjects] = useState(() => glossary.table.valuesOf('subject'));
  useEffect(() => {
    void glossary.table.refresh().then(() => setSubjects(glossary.table.valuesOf('subject')));
  }, []);
  return {
    t,
    subjects,
    reviewer,
    today: localDay(ports.now()),
    alike: glossary.alike,
    save: async (entry: GlossaryEntry) => {
      const stored = await glossary.put(entry);
      const { reviewedBy } = stored;
      if (reviewedBy && reviewedBy !== reviewer) await ports.changeSettings({ reviewer: reviewedBy });
      onSaved(stored);
    },
  };
}

const back = () => {
  location.hash = tableHref();
};

/** Where a new entry is written. */
const NEW = 'new';

/** A new entry of the reader's own pack. */
export function NewEntryPage({ ports }: { ports: LibraryPorts }) {
  const { t } = ports;
  const [entry] = useState(() => {
    const begun = draftAt(NEW);
    if (begun) return begun.base;
    const now = ports.now().toISOString();
    const terms = [plainWording('zh-Hant', ''), plainWording('en', '')];
    return entryWith({ id: ports.glossary.newId(), pack: MY_PACK, terms, createdAt: now, updatedAt: now });
  });
  const editorPorts = useEditorPorts(ports, ({ id }) => {
    location.hash = entryHref(id);
  });
  return (
    <>
      <p class="back">
        <a href={tableHref()}>{t('library.back')}</a>
      </p>
      <h1>{t('desk.newEntry')}</h1>
      <EntryEditor entry={entry} place={NEW} ports={editorPorts} onCancel={back} />
    </>
  );
}

/** One entry of the store: all its fields, what was done to it, and what else can be. */
export function EntryPage({ id, ports }: { id: string; ports: LibraryPorts }) {
  const { t, glossary } = ports;
  const [entry, setEntry] = useState<GlossaryEntry | null>();
  const [isSaved, setSaved] = useState(false);
  const [splitting, setSplitting] = useState(false);
  const [failure, run] = useDeed();
  const change = glossary.changes.value;
  const editorPorts = useEditorPorts(ports, (stored) => {
    setEntry(stored);
    setSaved(true);
  });
  useEffect(() => {
    void glossary.get(id).then((stored) => setEntry(stored ?? null));
  }, [id, change]);
  if (entry === undefined) return <p role="status">{t('library.loading')}</p>;
  if (entry === null) return <NotFound section="glossary" ports={ports} />;
  return (
    <>
      <p class="back">
        <a href={tableHref()}>{t('library.back')}</a>
      </p>
      <h1>{wordsOf(entry)}</h1>
      <p class="meta">
        {packName(entry.pack, ports)}
        {entry.deletedAt && ` · ${t('highlights.bin')}`}
      </p>
      <div class="row-of-tools">
        <Steps {...glossary.steps.value} travel={glossary.travel} t={t} />
        <button
          type="button"
          class="button"
          disabled={entry.terms.length < 2}
          onClick={() => setSplitting(true)}
        >
          {t('desk.split')}
        </button>
        {entry.deletedAt ? (
          <button type="button" class="button" onClick={() => void run(() => ports.restoreEntries([id]))}>
            {t('highlights.restore')}
          </button>
        ) : (
          <button type="button" class="button" onClick={() => void run(() => ports.removeEntries([id]))}>
            {t('glossary.remove')}
          </button>
        )}
      </div>
      <FailureLine failure={failure} t={t} />
      <p class="undo" role="status">
        {isSaved && t('desk.saved')}
      </p>
      {splitting && (
        <SplitDialog
          entry={entry}
          ports={ports}
          onEnd={(newId) => {
            setSplitting(false);
            if (newId) location.hash = entryHref(newId);
          }}
        />
      )}
      <EntryEditor key={id} entry={entry} place={id} ports={editorPorts} onCancel={back} />
      <EntryHistory id={id} ports={ports} />
    </>
  );
}
