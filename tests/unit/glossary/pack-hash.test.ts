import { expect, it } from 'vitest';
import { hashOfEntries } from '../../../src/glossary/pack-hash.ts';
import { entryOf } from '../../support/records.ts';

it('is the same for the same list under other ids and times, and another for another order', async () => {
  const [a, b] = [entryOf(1), entryOf(2)];
  const hash = await hashOfEntries([a, b]);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  const again = { ...a, id: entryOf(3).id, createdAt: b.createdAt };
  expect(await hashOfEntries([again, b])).toBe(hash);
  expect(await hashOfEntries([b, a])).not.toBe(hash);
});
