import { type PageNotice, type PageStatus, pagePingSchema, pageStatusSchema } from './protocol.ts';

/**
 * Asks the readers of tabs how things stand on their pages: the whole is asked for only when a page has news, so that a
 * page that is looked at all the time does not count its terms all the time. `notify` sends a notice to the reader of a
 * tab and rejects where there is none; `undefined` is answered then.
 */
export function createStatusOf(
  notify: (tabId: number, notice: PageNotice) => Promise<unknown>,
): (tabId: number) => Promise<PageStatus | undefined> {
  let last: { readonly tabId: number; readonly ping: string; readonly status: PageStatus } | undefined;
  return async (tabId) => {
    try {
      const ping = JSON.stringify(pagePingSchema.parse(await notify(tabId, { type: 'page:ping' })));
      if (last?.tabId === tabId && last.ping === ping) return last.status;
      const status = pageStatusSchema.parse(await notify(tabId, { type: 'page:status' }));
      last = { tabId, ping, status };
      return status;
    } catch {
      return undefined;
    }
  };
}
