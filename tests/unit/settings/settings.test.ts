import { describe, expect, it } from 'vitest';
import { readSettings, settingsChangeSchema } from '../../../src/settings/settings.ts';

describe('readSettings', () => {
  const defaults = readSettings(undefined);

  it.each([undefined, null, 7, 'x', [], {}])('gives the defaults for %j', (stored) => {
    expect(readSettings(stored)).toEqual(defaults);
  });

  it('keeps what fits and replaces what does not', () => {
    expect(readSettings({ theme: 'dark', openDelay: -5, mutedHosts: ['a.gov.tw'], unknown: 1 })).toEqual({
      ...defaults,
      theme: 'dark',
      mutedHosts: ['a.gov.tw'],
    });
  });
});

describe('a change of settings', () => {
  it('says nothing of what it does not name', () => {
    expect(settingsChangeSchema.parse({ theme: 'dark' })).toEqual({ theme: 'dark' });
    expect(settingsChangeSchema.safeParse({ theme: 'loud' }).success).toBe(false);
  });
});
