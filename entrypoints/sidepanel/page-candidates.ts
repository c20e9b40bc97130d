import { v4 as uuid } from 'uuid';
import { entryWith, plainWording } from '../../src/glossary/new-entry.ts';
import { MY_PACK } from '../../src/glossary/pack-ids.ts';
import type { Client } from '../../src/messages/client.ts';
import { type PageNotice, type PageText, pageTextSchema } from '../../src/messages/protocol.ts';
import { notifyTab } from '../../src/platform/tabs.ts';
import { type Candidate, findCandidates } from '../../src/termwork/candidates.ts';
import { localDay } from '../../src/text/local-day.ts';
import { sentenceAround } from '../../src/text/sentence.ts';

/** The candidates of one page, and the way of one of them into the reader's glossary. */
export interface PageCandidates {
  find(): Promise<readonly Candidate[]>;
  collect(candidate: Candidate): Promise<void>;
}

/** Reads the page of a tab for candidates, when asked. */
export function createPageCandidates(request: Client, tabId: number | undefined): PageCandidates {
  let page: PageText | undefined;
  return {
    async find() {
      if (tabId === undefined) throw new Error('no page is in front');
      const notice: PageNotice = { type: 'page:text' };
      page = pageTextSchema.parse(await notifyTab(tabId, notice, 0));
      return findCandidates({ text: page.text, ...(await request('reader:recognise', { text: page.text })) });
    },
    async collect({ zh, en, at }) {
      if (!page) throw new Error('no page was looked at');
      const now = new Date();
      const terms = [...(zh ? [plainWording('zh-Hant', zh)] : []), ...(en ? [plainWording('en', en)] : [])];
      const context = {
        sentence: sentenceAround(page.text, ...at),
        title: page.title,
        address: page.address,
        collectedOn: localDay(now),
      };
      const time = now.toISOString();
      const entry = entryWith({
        id: uuid(),
        pack: MY_PACK,
        terms,
        contexts: [context],
        createdAt: time,
        updatedAt: time,
      });
      await request('entries:collect', entry);
    },
  };
}
