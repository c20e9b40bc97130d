import { signal } from '@preact/signals';
import { v7 as uuid } from 'uuid';
import type { Concept } from '../../src/glossary/concept.ts';
import type { GlossaryEntry } from '../../src/glossary/entry.ts';
import { entryWith, plainWording } from '../../src/glossary/new-entry.ts';
import { BUNDLED_PACK } from '../../src/glossary/pack-ids.ts';
import type { PackRecord } from '../../src/glossary/pack-record.ts';
import type { Graph } from '../../src/initiatives/graph.ts';
import type { Client } from '../../src/messages/client.ts';
import { localStore } from '../../src/platform/local-store.ts';
import type { PolicyGlossDatabase } from '../../src/storage/database.ts';
import { createEntryList } from '../../src/storage/entry-list.ts';
import { createEntryRepository } from '../../src/storage/entry-repository.ts';
import { createPackRepository } from '../../src/storage/pack-repository.ts';
import { watch } from '../../src/storage/watch.ts';
import { conceptRows } from '../../src/ui/library/glossary/concept-rows.ts';
import type { GlossaryPorts } from '../../src/ui/library/glossary/glossary-ports.ts';
import { asDeed } from './as-deed.ts';

/** Key under which the names of conflicts are kept that the reader does not want to hear of. */
const IGNORED_KEY = 'ignored conflicts';

/** A concept of the bundled pack as an entry, to be held against those of the store. */
function entryOfBundled({ id, kind, terms }: Concept, edition: string): GlossaryEntry {
  const time = `${edition}T00:00:00.000Z`;
  return entryWith({
    id,
    pack: BUNDLED_PACK,
    kind,
    terms: terms
      .filter(({ generated }) => !generated)
      .map(({ lang, text, form, status }) => plainWording(lang, text, { form, status })),
    createdAt: time,
    updatedAt: time,
  });
}

/** What the workspace of glossaries needs, over messages and the database. */
export async function createGlossaryPorts(
  request: Client,
  database: PolicyGlossDatabase,
  graph: Graph,
  { language, fold }: { language: 'zh-Hant' | 'en'; fold: (text: string) => string },
): Promise<GlossaryPorts> {
  const repository = createEntryRepository(database);
  const packStore = createPackRepository(database);
  const changes = signal(0);
  const packs = signal<readonly PackRecord[] | undefined>(undefined);
  const steps = signal({ canUndo: false, canRedo: false });
  const ignored = signal<ReadonlySet<string>>(new Set());
  const removedPacks = signal<readonly PackRecord[] | undefined>(undefined);
  watch(packStore.removed, (rows) => {
    removedPacks.value = rows;
  });
  watch(packStore.list, (rows) => {
    packs.value = rows;
    changes.value++;
  });
  watch(
    () => database.entries.orderBy('[written+id]').last(),
    () => {
      changes.value++;
    },
  );
  watch(repository.canTravel, ({ undo, redo }) => {
    steps.value = { canUndo: undo, canRedo: redo };
  });
  const readIgnored = async () => {
    const stored = await localStore.read(IGNORED_KEY);
    ignored.value = new Set(Array.isArray(stored) ? stored.map(String) : []);
  };
  localStore.watch([IGNORED_KEY], () => void readIgnored());
  await readIgnored();
  return {
    table: createEntryList(database, conceptRows(graph, language, fold)),
    changes,
    packs,
    steps,
    get: repository.get,
    getMany: repository.getMany,
    alike: (zh, en) => request('entries:alike', { zh, en }),
    history: repository.history,
    newId: () => uuid(),
    put: (entry) => request('entries:put', entry),
    edit: (ids, edit) => asDeed((deed) => request('entries:edit', { ids: [...ids], edit, deed })),
    merge: (into, others) => asDeed((deed) => request('entries:merge', { into, others: [...others], deed })),
    split: async (id, terms) => {
      const newId = uuid();
      await request('entries:split', { id, terms: [...terms], newId });
      return newId;
    },
    travel: (direction) => request('entries:travel', { direction, request: uuid() }),
    entriesOf: async (ids) => {
      const stored = new Map((await repository.getMany(ids)).map((entry) => [entry.id, entry]));
      return ids.flatMap((id) => {
        const concept = graph.concept(id);
        return stored.get(id) ?? (concept ? entryOfBundled(concept, graph.pack.edition) : []);
      });
    },
    indexState: () => request('glossary:state', null),
    ignored,
    ignore: async (name, isIgnored) => {
      const names = new Set(ignored.value);
      if (isIgnored) names.add(name);
      else names.delete(name);
      await localStore.write({ [IGNORED_KEY]: [...names] });
      ignored.value = names;
    },
    changePack: (id, change) => request('packs:change', { id, change }),
    orderPacks: (ids) => request('packs:order', { ids: [...ids] }),
    removePack: (id) => request('packs:remove', { id }),
    restorePack: (id) => request('packs:restore', { id }),
    removedPacks,
    erasePacks: async (ids) => (await request('packs:erase', { ids: [...ids] })).erased,
  };
}
