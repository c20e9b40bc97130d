import type { Graph } from '../../src/initiatives/graph.ts';
import type { Client } from '../../src/messages/client.ts';
import { describeAll } from '../../src/messages/describe-all.ts';
import { type PageNotice, pagePingSchema, pageTextSchema } from '../../src/messages/protocol.ts';
import { notifyTab, openTabs } from '../../src/platform/tabs.ts';
import type { CheckPorts, OpenPage } from '../../src/ui/library/check/check-ports.ts';

async function pageOf(tabId: number): Promise<OpenPage[]> {
  const notice: PageNotice = { type: 'page:ping' };
  try {
    const { address, title } = pagePingSchema.parse(await notifyTab(tabId, notice, 0));
    return [{ tabId, address, title }];
  } catch {
    // A page without a reader.
    return [];
  }
}

/** What the check of a translation needs, over messages to the background and to open pages. */
export function createCheckPorts(request: Client, graph: Graph): CheckPorts {
  return {
    openPages: async () => (await Promise.all((await openTabs()).map(pageOf))).flat(),
    pageText: async (tabId) => {
      const notice: PageNotice = { type: 'page:text' };
      return pageTextSchema.parse(await notifyTab(tabId, notice, 0)).text;
    },
    recognise: async (text) => ({ text, ...(await request('reader:recognise', { text })) }),
    termBase: async (concepts) => {
      const others = [...concepts].filter((id) => !graph.concept(id));
      const cards = new Map((await describeAll(request, others)).map((card) => [card.id, card]));
      const wordings = (id: string) => {
        const card = cards.get(id);
        return card ? [...card.zh, ...card.en] : [];
      };
      return { termsOf: (id) => graph.concept(id)?.terms ?? wordings(id) };
    },
  };
}
