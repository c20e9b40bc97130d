import { beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '../../../src/settings/settings.ts';
import type { KeyValueStore } from '../../../src/storage/key-value-store.ts';
import { createSettingsStore } from '../../../src/storage/settings-store.ts';

const defaults = readSettings(undefined);

/** A store whose values can be looked at, and that can be made to refuse. */
function storeOver(): KeyValueStore & {
  values: Map<string, unknown>;
  refuses: 'nothing' | 'writes' | 'all';
} {
  const made = {
    values: new Map<string, unknown>(),
    refuses: 'nothing' as 'nothing' | 'writes' | 'all',
    read: async (key: string) => {
      if (made.refuses === 'all') throw new Error('switched off');
      return structuredClone(made.values.get(key));
    },
    write: async (more: Readonly<Record<string, unknown>>) => {
      if (made.refuses !== 'nothing') throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
      for (const [key, value] of Object.entries(more)) made.values.set(key, structuredClone(value));
    },
    remove: async (keys: readonly string[]) => {
      for (const key of keys) made.values.delete(key);
    },
  };
  return made;
}

let sync: ReturnType<typeof storeOver>;
let local: ReturnType<typeof storeOver>;
let time: number;

beforeEach(() => {
  [sync, local] = [storeOver(), storeOver()];
  time = Date.UTC(2026, 0, 1);
});

/** A worker that starts anew. */
const start = () =>
  createSettingsStore({
    sync,
    local,
    now: () => {
      time += 1000;
      return new Date(time).toISOString();
    },
  });

describe('settings', () => {
  it('are the defaults at first, and what was set afterwards', async () => {
    expect(await start().read()).toEqual(defaults);
    expect(await start().change(() => ({ theme: 'dark' }))).toEqual({ ...defaults, theme: 'dark' });
    await start().change(() => ({ cardWidth: 400 }));
    expect(await start().read()).toEqual({ ...defaults, theme: 'dark', cardWidth: 400 });
    expect(sync.values.get('settings')).toMatchObject({ theme: 'dark', cardWidth: 400 });
  });

  it.each(['writes', 'all'] as const)('hold also while the synchronised store refuses %s', async (what) => {
    await start().change(() => ({ theme: 'light' }));
    sync.refuses = what;
    await start().change(() => ({ theme: 'dark' }));
    expect((await start().read()).theme).toBe('dark');
    // And when it is there again, before and after it was written to.
    sync.refuses = 'nothing';
    expect((await start().read()).theme).toBe('dark');
    await start().change(() => ({ cardWidth: 400 }));
    expect(sync.values.get('settings')).toMatchObject({ theme: 'dark', cardWidth: 400 });
    sync.values.set('settings', { theme: 'light' });
    expect((await start().read()).theme).toBe('light');
  });

  it('of another machine count where they are newer than what was refused here', async () => {
    sync.refuses = 'writes';
    await start().change(() => ({ theme: 'dark' }));
    const of = (days: number) => new Date(time + days * 24 * 60 * 60 * 1000).toISOString();
    sync.values.set('settings', { theme: 'light', writtenAt: of(-1) });
    expect((await start().read()).theme).toBe('dark');
    sync.values.set('settings', { theme: 'light', writtenAt: of(1) });
    expect((await start().read()).theme).toBe('light');
  });

  it('that are changed twice at once keep both changes', async () => {
    const store = start();
    const mute = (host: string) => store.change(({ mutedHosts }) => ({ mutedHosts: [...mutedHosts, host] }));
    await Promise.all([mute('a.gov.tw'), mute('b.gov.tw'), store.change(() => ({ theme: 'dark' }))]);
    expect(await store.read()).toEqual({ ...defaults, theme: 'dark', mutedHosts: ['a.gov.tw', 'b.gov.tw'] });
  });

  it('that cannot be written anywhere are not said to be', async () => {
    [sync.refuses, local.refuses] = ['writes', 'writes'];
    const store = start();
    await expect(store.change(() => ({ theme: 'dark' }))).rejects.toThrow('QUOTA');
    local.refuses = 'nothing';
    expect((await store.change(() => ({ cardWidth: 400 }))).theme).toBe('auto');
  });

  it.each([7, 'x', { writtenAt: 7, theme: 'loud' }])('that are damaged (%j) fall back', async (damaged) => {
    sync.values.set('settings', damaged);
    local.values.set('settings', damaged);
    local.values.set('muted hosts', damaged);
    expect(await start().read()).toEqual(defaults);
  });

  it('are known as written here, or as brought from elsewhere', async () => {
    const store = start();
    await store.change(() => ({ theme: 'dark', mutedHosts: ['a.gov.tw'] }));
    expect(store.isOwn(await store.read())).toBe(true);
    sync.values.set('settings', { theme: 'light' });
    expect(store.isOwn(await store.read())).toBe(false);
  });
});

describe('sites that are switched off', () => {
  it('stay on this machine', async () => {
    await start().change(() => ({ mutedHosts: ['a.gov.tw'] }));
    expect((await start().read()).mutedHosts).toEqual(['a.gov.tw']);
    expect(JSON.stringify([...sync.values])).not.toContain('a.gov.tw');
  });

  it('of an earlier version are taken out of the synchronised store, once', async () => {
    sync.values.set('settings', { theme: 'dark', mutedHosts: ['a.gov.tw'] });
    expect((await start().read()).mutedHosts).toEqual(['a.gov.tw']);
    await start().settle();
    expect(JSON.stringify([...sync.values])).not.toContain('a.gov.tw');
    expect(await start().read()).toEqual({ ...defaults, theme: 'dark', mutedHosts: ['a.gov.tw'] });
    // An earlier version on another machine writes what it knows; here it is as it was set here.
    sync.values.set('settings', { theme: 'light', mutedHosts: ['b.gov.tw'] });
    await start().settle();
    expect(await start().read()).toEqual({ ...defaults, theme: 'light', mutedHosts: ['a.gov.tw'] });
    expect(sync.values.get('settings')).not.toHaveProperty('mutedHosts');
  });

  it('are never in neither store, wherever it is stopped', async () => {
    sync.values.set('settings', { mutedHosts: ['a.gov.tw'] });
    local.refuses = 'writes';
    await expect(start().settle()).rejects.toThrow();
    local.refuses = 'nothing';
    expect((await start().read()).mutedHosts).toEqual(['a.gov.tw']);
    sync.refuses = 'writes';
    await start().settle();
    expect((await start().read()).mutedHosts).toEqual(['a.gov.tw']);
  });
});
