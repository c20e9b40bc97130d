import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import releases from '../../../assets/releases.json' with { type: 'json' };
import { compareVersions, type Release, releasesBetween } from '../../../src/settings/releases.ts';

const release = (version: string): Release => ({ version, date: '2026-01-01', items: [] });

describe('versions', () => {
  it.each([
    ['0.1.0', '0.1.0', 0],
    ['0.10.0', '0.9.0', 1],
    ['1.0', '1.0.0', 0],
    ['1.0.1', '1.0', 1],
    ['0.9.9', '1', -1],
  ])('%s against %s', (one, other, order) => {
    expect(Math.sign(compareVersions(one, other))).toBe(order);
  });
});

describe('what somebody who updated has not been told', () => {
  const all = ['0.3.0', '0.2.0', '0.1.0'].map(release);
  it.each([
    { from: '0.1.0', to: '0.3.0', told: ['0.3.0', '0.2.0'] },
    { from: '0.1.0', to: '0.2.0', told: ['0.2.0'] },
    { from: '0.2.5', to: '0.2.6', told: [] },
    { from: '0.0.1', to: '0.1.0', told: ['0.1.0'] },
    { from: '0.3.0', to: '0.3.0', told: [] },
  ])('from $from to $to', ({ from, to, told }) => {
    expect(releasesBetween(all, from, to).map(({ version }) => version)).toEqual(told);
  });
});

describe('the releases as written', () => {
  it('hold the present version, newest first, in both languages', () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'));
    expect(releases.map((each) => each.version)).toContain(version);
    expect(releases).toEqual(releases.toSorted((a, b) => compareVersions(b.version, a.version)));
    for (const item of releases.flatMap(({ items }) => items)) {
      expect(item['zh-TW']).toMatch(/\p{Script=Han}/u);
      expect(item.en).toMatch(/^[\p{ASCII}“”’–…]+$/u);
      if (item.to) expect(item.to).toMatch(/^#\/[a-z]+/);
    }
  });
});
