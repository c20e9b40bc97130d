import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { HighlightView } from '../../../src/reader/surface.ts';
import { HighlightEditor } from '../../../src/ui/card/highlight-editor.tsx';
import type { Texts } from '../../../src/ui/shared/texts.ts';
import { highlightOf } from '../../support/records.ts';

/** Texts are their keys. */
const t = ((key: string) => key) as Texts;

afterEach(() => {
  document.body.innerHTML = '';
});

describe('the editor of a highlight that goes away', () => {
  it('stores the note at once: a page that is being left gives no time', async () => {
    const change = vi.fn<HighlightView['change']>().mockResolvedValue();
    const view: HighlightView = {
      highlight: highlightOf(1, { note: '以前的' }),
      watch: () => () => {},
      anchor: { left: 0, right: 0, top: 0, bottom: 0 },
      colourNames: {},
      change,
      adjust: async () => '',
      settle: async () => {},
      listTags: async () => [],
      remove: async () => {},
      openLibrary() {},
      close() {},
    };
    const root = document.body.appendChild(document.createElement('div'));
    render(<HighlightEditor view={view} t={t} />, root);
    await page.getByLabelText('highlight.note').fill('剛寫的');
    render(null, root);
    expect(change.mock.calls).toEqual([[{ note: '剛寫的', noteBefore: '以前的' }]]);
  });
});
