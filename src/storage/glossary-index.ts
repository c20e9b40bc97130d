import type { Concept } from '../glossary/concept.ts';
import { STANDING_PACKS } from '../glossary/pack-record.ts';
import { compileSteps, compileTerms } from '../matching/compile.ts';
import { openImage, readImage, type TermIndex } from '../matching/image.ts';
import type { PackTerm } from '../matching/pack-terms.ts';
import {
  DirectoryWriter,
  joinedDirectory,
  openDirectory,
  type TermDirectory,
} from '../matching/term-directory.ts';
import type { PolicyGlossDatabase } from './database.ts';
import type { ImageStore } from './image-store.ts';
import { type IndexBase, touchedConcepts, withRows } from './index-base.ts';
import { type IndexParts, IndexPlan, readIndexParts } from './index-parts.ts';
import type { PackRepository } from './pack-repository.ts';

/** How far the index is. */
export interface IndexState {
  /** Terms that are recognised now. */
  readonly terms: number;
  /** Share of a new index that is built, from 0 to 1; undefined: none is being built. */
  readonly progress: number | undefined;
}

/** The index and its terms by number. */
export interface CurrentIndex {
  readonly index: TermIndex;
  readonly terms: TermDirectory;
}

/** One index over all packs in use, that follows the store. */
export interface GlossaryIndex {
  /** What recognises now. At first it is loaded, or built when there is little; else it begins with the bundled pack. */
  current(): Promise<CurrentIndex>;
  /**
   * Follows what was written: few changes at once, many by a new index. Resolves when it has. `tell`: whether pages are
   * told of every change, or only when other words are marked (a card that is open would be closed).
   */
  changed(tell?: 'all' | 'words'): Promise<void>;
  state(): Promise<IndexState>;
}

/** What the index works with. */
export interface IndexOptions {
  readonly database: PolicyGlossDatabase;
  readonly packs: Pick<PackRepository, 'list'>;
  readonly images: ImageStore;
  /** The bundled pack. */
  readonly bundled: () => Promise<{ readonly hash: string; readonly concepts: readonly Concept[] }>;
  /** Told when other terms are recognised than before. */
  readonly onChange: () => void;
  /** Names what an image depends on beside the packs. */
  readonly edition: string;
}

/** Entries that may have changed since an image was compiled before it is compiled anew. */
const MOST_CHANGED = 1_000;
/** Entries up to which an index is built before it first recognises anything. */
const FEW_ENTRIES = 3_000;
/** Time that building may take without a pause, milliseconds. */
const SLICE = 12;
/** Reading's share of building. */
const READING = 0.5;

/** Ends the key of an index that was made without the store. */
const NOT_YET = ' not yet';

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function compileInSlices(terms: readonly PackTerm[], onProgress: (share: number) => void) {
  const steps = compileSteps(terms);
  let began = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - began < SLICE) continue;
    onProgress(step.value);
    await pause();
    began = performance.now();
  }
}

/** The index over the extension's database. */
export function createGlossaryIndex(options: IndexOptions): GlossaryIndex {
  const { database, packs, images, bundled, onChange, edition } = options;
  let base: Promise<IndexBase> | undefined;
  let now: { base: IndexBase; mark: string; words: string; current: CurrentIndex } | undefined;
  let building: Promise<void> | undefined;
  let progress: number | undefined;
  let isStale = true;
  /** More was written than the base can take in, or it could not be read. */
  let isBehind = false;
  let isCatchingUp = false;
  let hasFailed = false;

  const planNow = async () => {
    const [{ hash, concepts }, list] = await Promise.all([
      bundled(),
      packs.list().catch(() => STANDING_PACKS),
    ]);
    const plan = new IndexPlan(concepts, list);
    return { plan, key: [edition, hash, ...plan.enabled.map(({ id }) => id)].join(' ') };
  };

  const open = (
    key: string,
    plan: IndexPlan,
    index: TermIndex,
    parts: Omit<IndexParts, 'terms'>,
  ): IndexBase => {
    const unmarked = new Set(parts.unmarked);
    const { upTo } = parts;
    const list = plan.bundledTerms(unmarked);
    const stored = openDirectory(parts.directory);
    if (index.image.termCount !== list.length + stored.termCount) throw new RangeError('parts do not match');
    return { key, plan, list, stored, index, upTo, unmarked };
  };

  const build = async (key: string, plan: IndexPlan): Promise<IndexBase> => {
    const expected = plan.stored.reduce((sum, { count }) => sum + count, 0);
    progress = 0;
    const { terms, ...parts } = await readIndexParts(database, plan, (read) => {
      progress = (READING * read) / Math.max(read, expected);
    });
    const image = await compileInSlices(terms, (share) => {
      progress = READING + (1 - READING) * share;
    });
    const stored = { key, ...parts, image: new Blob([image]), directory: new Blob([parts.directory]) };
    await images.replace(stored).catch(() => {});
    return open(key, plan, openImage(image), parts);
  };

  /** The bundled pack alone, to begin with. */
  const withoutStore = (key: string, plan: IndexPlan): IndexBase => {
    const image = compileTerms(plan.bundledTerms(new Set()));
    const directory = new DirectoryWriter().finish();
    return open(key, plan, openImage(image), { directory, upTo: Number.POSITIVE_INFINITY, unmarked: [] });
  };

  const readStored = async () => {
    const stored = await images.load();
    if (!stored) return undefined;
    const [index, directory] = await Promise.all([readImage(stored.image), stored.directory.arrayBuffer()]);
    return { ...stored, index, directory };
  };

  const loadBase = async (): Promise<IndexBase> => {
    // What is stored nearly always is of the packs as they are: it is read while these are looked up. A damaged or older
    // image, or a database that does not open: reading must go on, so it is built anew.
    const reading = readStored().catch(() => undefined);
    const { plan, key } = await planNow();
    try {
      const stored = await reading;
      if (stored?.key === key) return open(key, plan, stored.index, stored);
    } catch {
      // Parts that do not fit together: likewise.
    }
    try {
      const expected = plan.stored.reduce((sum, { count }) => sum + count, 0);
      if (expected <= FEW_ENTRIES) return await build(key, plan);
    } catch {
      // Without the database the bundled pack is still there.
    } finally {
      progress = undefined;
    }
    return withoutStore(key + NOT_YET, plan);
  };
  const loaded = () => {
    base ??= loadBase().catch((error: unknown) => {
      base = undefined;
      throw error;
    });
    return base;
  };

  /** Rows written since the base was compiled, at most one more than it can take in. */
  const changedSince = ({ upTo }: IndexBase) =>
    upTo === Number.POSITIVE_INFINITY
      ? Promise.resolve([])
      : database.entries
          .where('[written+id]')
          .between([upTo, '\uffff'], [Number.POSITIVE_INFINITY, ''], false)
          .limit(MOST_CHANGED + 1)
          .toArray();

  /** The base with what was written since; `undefined` when that is too much for it. */
  const withChanges = async (on: IndexBase) => {
    const rows = await changedSince(on);
    if (rows.length > MOST_CHANGED) return undefined;
    const touched = touchedConcepts(rows);
    const collected =
      touched.length > 0 ? await database.entries.where('concept').anyOf(touched).toArray() : [];
    return withRows(on, rows, collected);
  };

  const current = async (): Promise<CurrentIndex> => {
    const on = await loaded();
    if (now && now.base === on && !isStale) return now.current;
    isStale = false;
    const changed = await withChanges(on).catch(() => undefined);
    isBehind = !changed;
    if (changed) now = { base: on, mark: changed.mark, words: changed.words, current: changed };
    else if (now?.base !== on) {
      // Too many changes, or none that can be read: as it was, until there is a new index.
      const terms = joinedDirectory(on.list, on.stored, []);
      now = { base: on, mark: '', words: '', current: { index: on.index, terms } };
    }
    return now.current;
  };

  /** Builds anew until what is built is of the packs as they are. */
  const rebuild = async () => {
    for (let tries = 0; tries < 3; tries++) {
      const { plan, key } = await planNow();
      const built = await build(key, plan);
      base = Promise.resolve(built);
      if ((await planNow()).key === key) break;
    }
    isStale = true;
  };

  const follow = async (tell: 'all' | 'words' = 'all') => {
    const before = now;
    isStale = true;
    const [on, { key }] = [await loaded(), await planNow()];
    const isOther = on.key !== key;
    if (isOther || (await changedSince(on)).length > MOST_CHANGED) {
      building ??= rebuild().finally(() => {
        building = undefined;
        progress = undefined;
      });
      await building;
    }
    await current();
    const name = tell === 'all' ? 'mark' : 'words';
    if (!before || before.base !== now?.base || before[name] !== now[name]) onChange();
  };

  /**
   * What recognises now. An index that began without the store, or that fell too far behind (nobody was left to follow
   * when the browser ended), gets what it lacks as soon as it has answered.
   */
  const served = async (): Promise<CurrentIndex> => {
    const answer = await current();
    const lacks = isBehind || (await loaded()).key.endsWith(NOT_YET);
    if (lacks && !building && !isCatchingUp && !hasFailed) {
      isCatchingUp = true;
      void follow()
        .catch(() => {
          hasFailed = true;
        })
        .finally(() => {
          isCatchingUp = false;
        });
    }
    return answer;
  };

  return {
    current: served,
    changed: follow,
    state: async () => {
      const { index } = await served();
      const { image, change } = index;
      const terms = image.termCount + (change ? change.added.termCount - change.removed.size : 0);
      return { terms, progress };
    },
  };
}
