import { describe, expect, it } from 'vitest';
import { namedPage, pagesAsNamed } from '../../../src/anchoring/named-page.ts';
import { encodePageState, hashPageState } from '../../../src/anchoring/page-state-codec.ts';
import { toBase64 } from '../../../src/text/base64.ts';

const pageOf = async (text: string) => {
  const state = { text, links: [0] };
  return { hash: hashPageState(state), state: toBase64(await encodePageState(state)) };
};
const damaged = toBase64(new TextEncoder().encode('no page state'));

describe('a page state from elsewhere', () => {
  it('is named by what it says', async () => {
    const page = await pageOf('衛生福利部公布');
    expect(await namedPage(page.state)).toEqual(page);
  });

  it.each([
    ['there is none', undefined],
    ['it is damaged', damaged],
    ['it is not even Base64', '%'],
  ])('is none when %s', async (_, state) => {
    expect(await namedPage(state)).toBeUndefined();
  });

  it('is none when it unpacks to more than is allowed', async () => {
    const { state } = await pageOf('字'.repeat(10_000));
    expect(await namedPage(state, 40_000)).toBeDefined();
    expect(await namedPage(state, 20_000)).toBeUndefined();
  });

  it('is taken from a file only under its own name', async () => {
    const [one, other] = [await pageOf('甲'), await pageOf('乙')];
    const file = [one, { hash: other.hash, state: one.state }, { hash: other.hash, state: damaged }];
    expect(await pagesAsNamed(file)).toEqual([one]);
  });
});
