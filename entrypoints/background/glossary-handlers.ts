import type { Browser } from 'wxt/browser';
import type { glossaryRequests } from '../../src/messages/glossary-requests.ts';
import { type Handlers, RequestError } from '../../src/messages/router.ts';
import type { EntryImport } from '../../src/storage/entry-import.ts';
import type { EntryLookup } from '../../src/storage/entry-lookup.ts';
import type { EntryRepository } from '../../src/storage/entry-repository.ts';
import type { PackRepository } from '../../src/storage/pack-repository.ts';
import type { Safekeeping } from '../../src/storage/safekeeping.ts';
import type { Glossary } from './glossary.ts';
import { stored } from './stored.ts';

/** What answers for the glossaries. */
export interface GlossaryStores {
  readonly glossary: Glossary;
  readonly entries: EntryRepository;
  readonly lookup: EntryLookup;
  readonly imports: EntryImport;
  readonly packs: PackRepository;
  readonly safety: Pick<Safekeeping, 'erase'>;
}

const now = () => new Date().toISOString();

function foundEntry<T>(entry: T | undefined): T {
  if (entry === undefined) throw new RequestError('not-found', 'no such entry');
  return entry;
}

function foundPack<T>(pack: T | undefined): T {
  if (pack === undefined) throw new RequestError('not-found', 'no pack of that id');
  return pack;
}

/** What the background answers to what is asked of the glossaries. Every write is followed by what is recognised. */
export function glossaryHandlers({
  glossary,
  entries,
  lookup,
  imports,
  packs,
  safety,
}: GlossaryStores): Pick<Handlers<Browser.runtime.MessageSender>, keyof typeof glossaryRequests> {
  /** Waits for a write to the glossaries; what is recognised follows it. */
  const afterWriting = async <T>(work: () => Promise<T>, tell?: 'all' | 'words'): Promise<T> => {
    await glossary.prepare().catch(() => {});
    const answer = await stored(work());
    void glossary.changed(tell).catch(() => {});
    return answer;
  };
  const written = async (work: () => Promise<unknown>): Promise<null> => {
    await afterWriting(work);
    return null;
  };
  return {
    'entries:collect': (entry) => afterWriting(() => entries.collect(entry), 'words'),
    'entries:put': (entry) => afterWriting(() => entries.put(entry, now())),
    'entries:get': async ({ id }) => foundEntry(await stored(entries.get(id))),
    'entries:change': async ({ id, change }) =>
      foundEntry(await afterWriting(() => entries.change(id, change, now()))),
    'entries:edit': ({ ids, edit, deed }) => written(() => entries.edit(ids, edit, now(), deed)),
    'entries:merge': async ({ into, others, deed }) =>
      foundEntry(await afterWriting(() => entries.merge(into, others, now(), deed))),
    'entries:split': async ({ id, terms, newId }) => {
      const [stays, goes] = foundEntry(await afterWriting(() => entries.split(id, terms, newId, now())));
      return [stays, goes];
    },
    'entries:remove': ({ ids, deed }) => written(() => entries.remove(ids, now(), deed)),
    'entries:restore': ({ ids, deed }) => written(() => entries.restore(ids, now(), deed)),
    'entries:travel': async ({ direction, request }) => ({
      done: await afterWriting(() => entries.travel(direction, request, now())),
    }),
    'entries:alike': async (words) => {
      const { sameZh, sameEn } = await stored(lookup.alike(words));
      return glossary.alike(words, sameZh, sameEn);
    },
    'entries:import': ({ pack, ...order }) => afterWriting(() => imports.run({ ...order, pack, now: now() })),
    'packs:list': () => stored(packs.list()),
    'packs:change': async ({ id, change }) =>
      foundPack(await afterWriting(() => packs.change(id, change, now()))),
    'packs:order': ({ ids }) => written(() => packs.order(ids, now())),
    'packs:remove': ({ id }) => written(() => packs.remove(id, now())),
    'packs:restore': ({ id }) => written(() => packs.restore(id, now())),
    'packs:erase': async ({ ids }) => {
      const { entries: own, all } = await stored(packs.countIn(ids));
      const most = { highlights: 0, entries: own, allEntries: all };
      const erased = await stored(safety.erase(most, () => packs.erase(ids, now())));
      // Nothing shows the entries any more: their rows may go by and by.
      void packs.sweep().catch(() => {});
      return { erased };
    },
    'glossary:changed': async () => {
      await glossary.changed();
      return null;
    },
    'glossary:state': glossary.state,
  };
}
