import { useEffect, useState } from 'preact/hooks';
import type { Concept } from '../../../glossary/concept.ts';
import type { GlossaryEntry } from '../../../glossary/entry.ts';
import { termKey, wordingKey } from '../../../glossary/entry-keys.ts';
import { type Side, withWording, wordingOf, wordingsOf } from '../../../glossary/entry-wording.ts';
import { BUNDLED_PACK } from '../../../glossary/pack-ids.ts';
import { preferredTerm } from '../../../glossary/preferred-term.ts';
import type { RowConflict } from '../../../glossary/row-conflicts.ts';
import { hostOf } from '../../../settings/host.ts';
import { conceptHref } from '../concept-link.tsx';
import { type Done, DoneLine } from '../done-line.tsx';
import { FailureLine } from '../highlights/failure-line.tsx';
import { useDeed } from '../highlights/use-deed.ts';
import type { LibraryPorts } from '../ports.ts';
import { Steps } from '../steps.tsx';
import { conflictName, differsFromOfficial } from './conflict-name.ts';
import { entryHref } from './entry-address.ts';
import type { ConflictGroup } from './glossary-ports.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { packName } from './pack-name.ts';
import { tableHref } from './table-place.ts';

/** Conflicts shown at once; more are asked for. */
const PART = 50;

const SIDES: readonly Side[] = ['zh', 'en'];
const other = (side: Side): Side => (side === 'zh' ? 'en' : 'zh');
const langOf = (side: Side): string => (side === 'zh' ? 'zh-Hant' : 'en');
const isStored = ({ pack }: GlossaryEntry): boolean => pack !== BUNDLED_PACK;

function Places({ entry }: { entry: GlossaryEntry }) {
  const places = [...new Map(entry.contexts.map((context) => [context.address, context])).values()];
  return (
    <ul class="places-of-term">
      {places
        .filter(({ address }) => address !== '')
        .map(({ address, title }) => (
          <li key={address}>
            <a href={address} target="_blank" rel="noreferrer">
              {title || address}
            </a>{' '}
            <small>{hostOf(address)}</small>
          </li>
        ))}
    </ul>
  );
}

/** One conflict: who says what, where it stood, and the ways out. */
function Conflict(props: {
  group: ConflictGroup;
  isIgnored: boolean;
  ports: LibraryPorts;
  onMerge: (ids: readonly string[]) => void;
}) {
  const { group, isIgnored, ports, onMerge } = props;
  const { t, glossary, graph, language } = ports;
  const { side, entries, key } = group;
  const [failure, run] = useDeed();
  const stored = entries.filter(isStored);
  const common = entries[0]?.terms.find((term) => termKey(term) === wordingKey(side, key));
  const official = differsFromOfficial(group);
  const own = language === 'en' ? 'en' : 'zh-Hant';
  const parentName = ({ parent }: Concept) => {
    const above = parent ? graph.concept(parent) : undefined;
    return above && preferredTerm(above, own).text;
  };
  const take = (entry: GlossaryEntry, text: string) =>
    void run(() => ports.changeEntry(entry.id, { terms: withWording(entry, other(side), text).terms }));
  return (
    <li class="conflict">
      <h2 lang={langOf(side)}>{common?.text ?? key}</h2>
      {official && <p class="warn">{t('desk.differsFromOfficial', { official })}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{t(side === 'zh' ? 'glossary.english' : 'glossary.chinese')}</th>
            <th scope="col">{t('desk.pack')}</th>
            <th scope="col">{t('glossary.context')}</th>
            <th scope="col">{t('desk.ways')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => {
            const concept = isStored(entry) ? undefined : graph.concept(entry.id);
            return (
              <tr key={entry.id}>
                <td>
                  {wordingsOf(entry, other(side)).map(({ text, status }) => (
                    <div key={text}>
                      <span lang={langOf(other(side))}>{text}</span>{' '}
                      <span class={`status status-${status}`}>{t(`status.${status}`)}</span>
                    </div>
                  ))}
                </td>
                <td>
                  {packName(entry.pack, ports)}
                  {concept && (
                    <small class="which">
                      {[
                        t(`kind.${concept.kind}`),
                        t(`jurisdiction.${concept.jurisdiction}`),
                        parentName(concept),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                      <br />
                      {concept.definition[own]}
                    </small>
                  )}
                </td>
                <td>
                  <Places entry={entry} />
                </td>
                <td>
                  {concept ? (
                    <a href={conceptHref(concept)}>{t('desk.look')}</a>
                  ) : (
                    <>
                      <a href={entryHref(entry.id)}>{t('desk.edit')}</a>
                      {official && wordingOf(entry, other(side))?.text !== official && (
                        <button type="button" class="link" onClick={() => take(entry, official)}>
                          {t('desk.takeOfficial')}
                        </button>
                      )}
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="actions">
        {stored.length > 1 && (
          <button type="button" class="button" onClick={() => onMerge(stored.map(({ id }) => id))}>
            {t('desk.merge')}
          </button>
        )}
        <button
          type="button"
          class="button quiet"
          onClick={() => void run(() => glossary.ignore(conflictName(group), !isIgnored))}
        >
          {t(isIgnored ? 'desk.unignore' : 'desk.ignore')}
        </button>
      </p>
      <FailureLine failure={failure} t={t} />
    </li>
  );
}

/** Where glossaries contradict each other, or themselves. */
export function ConflictsPage({ ports }: { ports: LibraryPorts }) {
  const { t, glossary } = ports;
  const [side, setSide] = useState<Side>('zh');
  const [found, setFound] = useState<readonly RowConflict[]>();
  const [most, setMost] = useState(PART);
  const [groups, setGroups] = useState<readonly ConflictGroup[]>();
  const [showsIgnored, setShowsIgnored] = useState(false);
  const [merging, setMerging] = useState<readonly string[]>([]);
  const [done, setDone] = useState<Done>();
  const change = glossary.changes.value;
  const ignored = glossary.ignored.value;
  useEffect(() => {
    let isCurrent = true;
    const look = async () => {
      await glossary.table.refresh();
      const all = await glossary.table.conflicts(side);
      if (isCurrent) setFound(all);
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, [side, change]);
  useEffect(() => {
    let isCurrent = true;
    const read = async (listed: readonly RowConflict[]) => {
      const entries = await glossary.entriesOf([...new Set(listed.flatMap(({ ids }) => ids))]);
      const byId = new Map(entries.map((entry) => [entry.id, entry]));
      if (!isCurrent) return;
      setGroups(
        listed.map(({ key, ids }) => ({ side, key, entries: ids.flatMap((id) => byId.get(id) ?? []) })),
      );
    };
    if (found) void read(found.slice(0, most));
    return () => {
      isCurrent = false;
    };
  }, [found, most]);
  const shown = groups?.filter((group) => ignored.has(conflictName(group)) === showsIgnored) ?? [];
  return (
    <>
      <p class="back">
        <a href={tableHref()}>{t('library.back')}</a>
      </p>
      <h1>{t('desk.conflicts')}</h1>
      <div class="row-of-tools">
        <fieldset class="options">
          <legend>{t('desk.conflictSide')}</legend>
          {SIDES.map((one) => (
            <label key={one} class="option">
              <input type="radio" name="side" checked={side === one} onChange={() => setSide(one)} />
              {t(`desk.conflictOf.${one}`)}
            </label>
          ))}
        </fieldset>
        <label class="check">
          <input
            type="checkbox"
            checked={showsIgnored}
            onChange={(event) => setShowsIgnored(event.currentTarget.checked)}
          />
          <span>{t('desk.showIgnored')}</span>
        </label>
        <Steps {...glossary.steps.value} travel={glossary.travel} t={t} />
      </div>
      <p class="count" role="status">
        {groups === undefined ? t('library.loading') : t('desk.conflictCount', { count: found?.length ?? 0 })}
      </p>
      <DoneLine done={done} ports={ports} />
      <ul class="conflicts">
        {shown.map((group) => (
          <Conflict
            key={conflictName(group)}
            group={group}
            isIgnored={showsIgnored}
            ports={ports}
            onMerge={setMerging}
          />
        ))}
      </ul>
      {found !== undefined && found.length > most && (
        <button type="button" class="button" onClick={() => setMost(most + PART)}>
          {t('library.more')}
        </button>
      )}
      {merging.length > 0 && (
        <MergeDialog
          ids={merging}
          ports={ports}
          onEnd={(merged) => {
            setMerging([]);
            setDone(merged);
          }}
        />
      )}
    </>
  );
}
