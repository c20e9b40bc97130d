import { describe, expect, it, vi } from 'vitest';
import { createClient, MessageError } from '../../../src/messages/client.ts';
import { changesRecords, isForPages, type RequestName, requests } from '../../../src/messages/protocol.ts';
import { createRouter, type Handlers, RequestError } from '../../../src/messages/router.ts';

function routerWith(handlers: Partial<Handlers<string>>) {
  return createRouter<string>(handlers as Handlers<string>, (sender) => sender === 'own');
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

/** What changes no record of the reader's. A new request belongs here, or says `writes` where it is defined. */
const CHANGE_NOTHING: readonly RequestName[] = [
  'reader:start',
  'reader:recognise',
  'reader:load-script',
  'card:describe',
  'highlights:report',
  'highlights:list',
  'pages:read',
  'tags:list',
  'backup:make',
  'backup:dump',
  'backup:accept-loss',
  'entries:get',
  'entries:alike',
  'packs:list',
  'glossary:state',
  'terms:silence',
  'terms:unsilence',
  'terms:silences',
  'site:mute',
  'site:read-tab',
  'site:always',
  'settings:read',
  'settings:change',
  'twin:find',
  'twin:open',
  'twin:beside',
  'twin:sentence',
  'library:open',
];

describe('every request', () => {
  const names = Object.keys(requests) as RequestName[];

  it('either changes records, and says so, or is known not to', () => {
    const writing = names.filter((type) => changesRecords({ type }));
    expect(names.filter((name) => !writing.includes(name)).sort()).toEqual([...CHANGE_NOTHING].sort());
    for (const message of [undefined, null, 7, {}, { type: 'toString' }, { type: 'foreign:message' }])
      expect(changesRecords(message)).toBe(false);
  });

  it.each(names)('%s is answered to scripts in pages only when it says so', async (type) => {
    const asked: string[] = [];
    const handler = async (_: unknown, sender: string) => {
      asked.push(sender);
      throw new RequestError('not-found', 'asked');
    };
    const route = createRouter<string>(
      { [type]: handler } as unknown as Handlers<string>,
      (sender) => sender === 'own',
    );
    const codeFor = async (sender: string) => {
      const reply = await route({ type, payload: null }, sender);
      return reply?.ok === false ? reply.error.code : 'answered';
    };
    expect(await codeFor('own')).not.toBe('denied');
    const forPage = await codeFor('page');
    expect(forPage === 'denied').toBe(!isForPages(type));
    if (!isForPages(type)) expect(asked).not.toContain('page');
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
