import { describe, expect, it } from 'vitest';
import { foldKey } from '../../../src/anchoring/folded-text.ts';
import { decodePageState, encodePageState, hashPageState } from '../../../src/anchoring/page-state-codec.ts';
import { fromBase64 } from '../../../src/text/base64.ts';

/** As it was stored before folding took 衞, 歳 and 恒 for 衛, 歲 and 恆. */
const STORED =
  'AUgAt/9bMSwi6KGe55Sf56aP5Yip6YOo5YWs5biD5q2z5Ye66aCQ566XXG7llZPnlKjmlrDliLbvvIzmgZLlrproqqrmmI4iLFswXV0=';

describe('a stored page state', () => {
  it('of an earlier edition of the folding tables is read, and compared with the present one', async () => {
    const state = await decodePageState(fromBase64(STORED));
    expect(state).toEqual({ text: '衞生福利部公布歳出預算\n啓用新制，恒定說明', links: [0] });
    expect(foldKey(state.text)).toBe(foldKey('衛生福利部公佈歲出預算\n啟用新制，恆定説明'));
    expect(hashPageState(await decodePageState(await encodePageState(state)))).toBe(hashPageState(state));
  });
});
