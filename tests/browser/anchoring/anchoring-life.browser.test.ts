import { afterEach, expect, describe as group, it } from 'vitest';
import { anchorAll, anchorSlices } from '../../../src/anchoring/anchor-all.ts';
import { anchorInSlices } from '../../../src/anchoring/anchor-in-slices.ts';
import { describe } from '../../../src/anchoring/describe.ts';
import { describePage } from '../../../src/anchoring/page-text.ts';

const PARAGRAPHS = [
  '數位發展部自本年度起推動資料治理，並按季公布執行進度與改善措施。',
  '地方政府得就前項事項申請補助，經費以一百二十萬元為上限。',
  '受補助單位應於計畫結束後三個月內提出成果報告，報請核定。',
  '逾期未提出者，主管機關得停止撥付未撥之款項，並追回已撥部分。',
];

function paragraphs(texts: readonly string[], into: Element): void {
  for (const text of texts) {
    const element = into.ownerDocument.createElement('p');
    element.textContent = text;
    into.append(element);
  }
}

function page(texts: readonly string[]): HTMLElement {
  const root = document.createElement('main');
  paragraphs(texts, root);
  document.body.replaceChildren(root);
  return root;
}

function whole(element: Element): Range {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return range;
}

afterEach(() => document.body.replaceChildren());

group('highlights on pages that live', () => {
  it('gives up what is not there yet and finds it once it has come', () => {
    const root = page(PARAGRAPHS);
    const list = [{ id: 'late', selectors: describe(whole(root.children[3]!), root) }];
    const state = describePage(root);
    const later = page(PARAGRAPHS.slice(0, 2));
    expect(anchorAll(list, later, state)[0]).toMatchObject({ state: 'lost', reason: 'deleted' });
    paragraphs(PARAGRAPHS.slice(2), later);
    expect(anchorAll(list, later, state)[0]).toMatchObject({ state: 'attached', text: PARAGRAPHS[3] });
  });

  it('works in the document of a frame', () => {
    const frame = document.createElement('iframe');
    document.body.replaceChildren(frame);
    const root = frame.contentDocument!.body;
    paragraphs(PARAGRAPHS, root);
    const list = [{ id: 'a', selectors: describe(whole(root.children[1]!), root) }];
    const state = describePage(root);
    root.prepend(root.children[2]!);
    const [found] = anchorAll(list, root, state);
    expect(found?.range?.toString()).toBe(PARAGRAPHS[1]);
    expect(found?.range?.startContainer.ownerDocument).toBe(frame.contentDocument);
  });

  it('keeps the larger piece of a highlight whose paragraphs were torn apart, or gives up', () => {
    const root = page(PARAGRAPHS);
    const range = document.createRange();
    range.setStart(root.children[0]!.firstChild!, 0);
    range.setEnd(root.children[1]!.firstChild!, 6);
    const list = [{ id: 'a', selectors: describe(range, root) }];
    const state = describePage(root);
    root.append(root.children[1]!);
    const [found] = anchorAll(list, root, state);
    expect(found).toMatchObject({ state: 'changed', text: PARAGRAPHS[0] });
  });

  it.each([
    ['another text', (node: Node) => Object.assign(node, { nodeValue: '已刪除' })],
    ['no element', (node: Node) => node.parentElement!.remove()],
  ])('gives no range where the page changed to %s while it was at work', async (_, change) => {
    const root = page(PARAGRAPHS);
    const list = [{ id: 'a', selectors: describe(whole(root.children[1]!), root) }];
    const state = describePage(root);
    const outcomes = await anchorInSlices(list, root, state, {
      budget: -1,
      pause: async () => {
        const node = [...root.children].find((element) => element.textContent === PARAGRAPHS[1]);
        if (node !== undefined) change(node.firstChild!);
      },
    });
    expect(outcomes[0]).toMatchObject({ state: 'lost', range: null, reason: 'page-moved-on' });
    expect(anchorAll(list, root, state)[0]).toMatchObject({ state: 'lost', reason: 'deleted' });
  });

  it('stops when told to', async () => {
    const root = page(PARAGRAPHS);
    const list = [{ id: 'a', selectors: describe(whole(root.children[1]!), root) }];
    const aborted = anchorInSlices(list, root, null, { signal: AbortSignal.abort(new Error('gone')) });
    await expect(aborted).rejects.toThrow('gone');
  });

  it('takes an anchor that is of another version of the page by its selectors', () => {
    const root = page([...PARAGRAPHS, '新增說明：本要點自發布日施行，修正時亦同。']);
    const list = [
      { id: 'other', selectors: describe(whole(root.children[4]!), root) },
      { id: 'empty', selectors: [] },
      { id: 'own', selectors: describe(whole(root.children[0]!), root) },
    ];
    const state = describePage(page(PARAGRAPHS));
    const again = page(['前言與其他說明文字。', ...PARAGRAPHS, '新增說明：本要點自發布日施行，修正時亦同。']);
    const outcomes = anchorAll(list, again, state);
    expect(outcomes.map(({ id, state: found }) => [id, found])).toEqual([
      ['other', 'attached'],
      ['empty', 'lost'],
      ['own', 'attached'],
    ]);
  });

  it('finds what another annotator described, with short context and no positions', () => {
    const root = page(PARAGRAPHS);
    const exact = '經費以一百二十萬元為上限';
    const foreign = [
      { type: 'TextQuoteSelector' as const, exact, prefix: '得就前項事項申請補助，', suffix: '。' },
    ];
    root.prepend('公告');
    expect(anchorAll([{ id: 'a', selectors: foreign }], root, null)[0]).toMatchObject({
      state: 'attached',
      text: exact,
    });
  });

  it('has nothing to do without highlights', () => {
    expect(anchorSlices([], page(PARAGRAPHS), null).next()).toEqual({ done: true, value: [] });
  });
});
