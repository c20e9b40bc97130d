import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageNotice, PagePing, PageStatus } from '../../../src/messages/protocol.ts';
import { createStatusOf } from '../../../src/messages/status-of-page.ts';

let pings: Map<number, PagePing>;
const notify = vi.fn(async (tabId: number, { type }: PageNotice): Promise<unknown> => {
  const ping = pings.get(tabId);
  if (!ping) throw new Error('no reader');
  return type === 'page:ping' ? ping : statusAt(ping);
});
const asked = () => notify.mock.calls.filter(([, { type }]) => type === 'page:status').length;

const pingOf = (version: string, change: Partial<PagePing> = {}): PagePing => ({
  address: 'https://www.ndc.gov.tw/',
  title: '',
  isReading: false,
  version,
  ...change,
});

const statusAt = ({ version: _, ...ping }: PagePing): PageStatus => ({
  ...ping,
  occurrences: 0,
  concepts: [],
  highlights: 0,
  unread: false,
  order: [],
  longestTask: 0,
  muted: false,
});

describe('the status of a page that is asked for again and again', () => {
  beforeEach(() => {
    notify.mockClear();
    pings = new Map([
      [1, pingOf('a')],
      [2, pingOf('a')],
    ]);
  });

  it('is counted once while nothing is new', async () => {
    const statusOf = createStatusOf(notify);
    const first = await statusOf(1);
    expect(await statusOf(1)).toBe(first);
    expect(first).toEqual(statusAt(pingOf('a')));
    expect(asked()).toBe(1);
  });

  it.each<[string, Partial<PagePing>]>([
    ['the version', { version: 'b' }],
    ['the address', { address: 'https://www.ndc.gov.tw/other' }],
    ['the title', { title: '新聞' }],
    ['the end of reading', { isReading: true }],
  ])('is asked for again when there is news: %s', async (_, news) => {
    const statusOf = createStatusOf(notify);
    await statusOf(1);
    pings.set(1, pingOf('a', news));
    expect(await statusOf(1)).toEqual(statusAt(pingOf('a', news)));
    expect(asked()).toBe(2);
  });

  it('is that of the tab that is asked for', async () => {
    const statusOf = createStatusOf(notify);
    await statusOf(1);
    await statusOf(2);
    expect(notify.mock.calls.at(-1)).toEqual([2, { type: 'page:status' }]);
  });

  it('is none where no reader is, and where an answer is none', async () => {
    const statusOf = createStatusOf(notify);
    expect(await statusOf(3)).toBeUndefined();
    notify.mockResolvedValueOnce(null);
    expect(await statusOf(1)).toBeUndefined();
    expect(await statusOf(1)).toBeDefined();
  });
});
