import { z } from 'zod';
import { readSettings, type Settings, type SettingsChange } from '../settings/settings.ts';
import type { KeyValueStore } from './key-value-store.ts';

/**
 * Keeps the settings in the store that the browser brings to the reader's other machines. What tells where the reader
 * was, the sites that are switched off, stays on this machine.
 */
export interface SettingsStore {
  read(): Promise<Settings>;
  /** Makes a change of what is set by then, one after the other: two at once lose nothing. */
  change(make: (present: Settings) => SettingsChange): Promise<Settings>;
  /** Takes out of the synchronised store what earlier versions put there and is to stay on this machine. */
  settle(): Promise<void>;
  /** Whether these are as they were last written here: else they were brought from another machine. */
  isOwn(settings: Settings): boolean;
}

/** What the store works with. */
export interface SettingsStoreOptions {
  /** The browser's synchronised store: it refuses what is too large or comes too often. */
  readonly sync: KeyValueStore;
  readonly local: KeyValueStore;
  /** ISO 8601 in UTC. */
  now(): string;
}

/** Keys of the settings: in both stores, and of what stays in the local one. */
export const SETTINGS_KEYS = { settings: 'settings', mutedHosts: 'muted hosts' } as const;

const stampedSchema = z.looseObject({ writtenAt: z.string().catch(''), mutedHosts: z.unknown().optional() });
const hostsSchema = z.array(z.string());

/** A stored value with the time it was written at; earlier versions noted none. */
function stamped(value: unknown): z.infer<typeof stampedSchema> | undefined {
  return stampedSchema.safeParse(value).data;
}

/** The store of settings over two stores of the browser. */
export function createSettingsStore({ sync, local, now }: SettingsStoreOptions): SettingsStore {
  let queue: Promise<unknown> = Promise.resolve();
  let written = '';
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work);
    queue = result.catch(() => {});
    return result;
  };

  const synced = () => sync.read(SETTINGS_KEYS.settings).then(stamped, () => undefined);
  const ownHosts = async () => hostsSchema.safeParse(await local.read(SETTINGS_KEYS.mutedHosts)).data;

  /** What was written last: to the local store where the other one refused. */
  const newest = async () => {
    const [theirs, ours] = [await synced(), stamped(await local.read(SETTINGS_KEYS.settings))];
    if (!theirs || !ours) return theirs ?? ours;
    return ours.writtenAt > theirs.writtenAt ? ours : theirs;
  };

  const read = async (): Promise<Settings> => {
    const [stored, mutedHosts] = [await newest(), await ownHosts()];
    return readSettings({ ...stored, ...(mutedHosts && { mutedHosts }) });
  };

  const write = async (settings: Settings): Promise<void> => {
    written = JSON.stringify(settings);
    const { mutedHosts, ...shared } = settings;
    if (JSON.stringify(await ownHosts()) !== JSON.stringify(mutedHosts))
      await local.write({ [SETTINGS_KEYS.mutedHosts]: mutedHosts });
    const values = { [SETTINGS_KEYS.settings]: { ...shared, writtenAt: now() } };
    try {
      await sync.write(values);
    } catch {
      await local.write(values);
      return;
    }
    await local.remove([SETTINGS_KEYS.settings]);
  };

  return {
    read,
    change: (make) =>
      inTurn(async () => {
        const present = await read();
        const change = Object.entries(make(present)).filter(([, value]) => value !== undefined);
        const changed = readSettings({ ...present, ...Object.fromEntries(change) });
        await write(changed);
        return changed;
      }),
    settle: () =>
      inTurn(async () => {
        if ((await synced())?.mutedHosts !== undefined) await write(await read());
      }),
    isOwn: (settings) => JSON.stringify(settings) === written,
  };
}
