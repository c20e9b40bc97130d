import { describe, expect, it, vi } from 'vitest';
import { createClient, MessageError } from '../../../src/messages/client.ts';
import { createRouter, type Handlers, RequestError } from '../../../src/messages/router.ts';

function routerWith(handlers: Partial<Handlers<string>>) {
  return createRouter<string>(handlers as Handlers<string>);
}

describe('createRouter', () => {
  it('hands a valid payload to its handler and answers with the value', async () => {
    const route = routerWith({ 'reader:recognise': async () => ({ spans: [], matched: [] }) });
    expect(await route({ type: 'reader:recognise', payload: { text: '甲' } }, 'tab')).toEqual({
      ok: true,
      value: { spans: [], matched: [] },
    });
  });

  it.each([undefined, null, 7, {}, { type: 'toString' }, { type: 'foreign:message' }])(
    'leaves %j to others',
    async (message) => {
      expect(await routerWith({})(message, 'tab')).toBeUndefined();
    },
  );

  it('refuses a payload that does not fit, without repeating what it held', async () => {
    const route = routerWith({ 'reader:recognise': async () => ({ spans: [], matched: [] }) });
    const reply = await route({ type: 'reader:recognise', payload: { text: 7, secret: '頁面文字' } }, 'tab');
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(JSON.stringify(reply)).not.toContain('頁面文字');
  });

  it('does not let an answer out that does not fit', async () => {
    const route = routerWith({ 'reader:recognise': async () => ({ spans: [-1], matched: [] }) });
    expect(await route({ type: 'reader:recognise', payload: { text: '甲' } }, 'tab')).toMatchObject({
      error: { code: 'bad-answer' },
    });
  });

  it('answers with the code of a failed request', async () => {
    const route = routerWith({
      'reader:recognise': async () => {
        throw new RequestError('storage', 'full');
      },
    });
    expect(await route({ type: 'reader:recognise', payload: { text: '甲' } }, 'tab')).toEqual({
      ok: false,
      error: { code: 'storage', message: 'full' },
    });
  });
});

describe('createClient', () => {
  it('asks again when the worker was stopped under the message', async () => {
    const send = vi
      .fn<(message: { type: string }) => Promise<unknown>>()
      .mockRejectedValueOnce(new Error('message channel closed'))
      .mockResolvedValueOnce({ ok: true, value: { spans: [], matched: [] } });
    await expect(createClient(send)('reader:recognise', { text: '甲' })).resolves.toEqual({
      spans: [],
      matched: [],
    });
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('gives up with a code of its own when nobody answers', async () => {
    const send = vi.fn(async () => undefined);
    await expect(createClient(send)('reader:recognise', { text: '甲' })).rejects.toMatchObject({
      code: 'unreachable',
    });
  });

  it('throws the failure that was answered', async () => {
    const send = async () => ({ ok: false, error: { code: 'storage', message: 'full' } });
    await expect(createClient(send)('reader:recognise', { text: '甲' })).rejects.toThrow(MessageError);
  });
});
