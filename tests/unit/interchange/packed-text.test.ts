import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOfPart, openLists } from '../../../src/interchange/entry-lists.ts';
import { packText, unpackText } from '../../../src/interchange/packed-text.ts';
import { entryOf } from '../../support/records.ts';

describe('packed text', () => {
  it('gives back what was put in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        expect(await unpackText(await packText(text))).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['no Base64', '***'],
    ['no gzip', btoa('plain')],
    ['cut off', 'H4sIAAAAAAAAA6tWKkktLlGyUlAqS8wpTtWBAAAYw'],
  ])('that is %s is refused', async (_, packed) => {
    await expect(unpackText(packed)).rejects.toThrow();
  });

  it('that would unpack to more than is allowed is refused', async () => {
    const bomb = await packText('0'.repeat(1_000_000));
    expect(bomb.length).toBeLessThan(2_000);
    await expect(unpackText(bomb, 999_999)).rejects.toThrow(RangeError);
    expect(await unpackText(bomb, 1_000_000)).toHaveLength(1_000_000);
  });
});

describe('a list in a file', () => {
  it('leaves out parts that are damaged and lines that are no entries', async () => {
    const { pack: _, ...row } = entryOf(1);
    const text = [JSON.stringify(row), 'null', '{"id":1}', '{"__proto__":{"id":"x"}}', '', '[1'].join('\n');
    const [list] = await openLists([{ pack: 'p', entries: 9, parts: ['damaged', await packText(text)] }]);
    expect(list?.texts).toEqual([text]);
    expect(entriesOfPart('p', text)).toEqual([entryOf(1, { pack: 'p' })]);
  });
});
