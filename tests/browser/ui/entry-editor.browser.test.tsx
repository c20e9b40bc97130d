import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { plainWording } from '../../../src/glossary/new-entry.ts';
import type { EntryView } from '../../../src/reader/surface.ts';
import { EntryEditor } from '../../../src/ui/card/entry-editor.tsx';
import type { Texts } from '../../../src/ui/shared/texts.ts';
import { entryOf } from '../../support/records.ts';

/** Texts are their keys. */
const t = ((key: string) => key) as Texts;
const entry = entryOf(1, { terms: [plainWording('zh-Hant', '社區輔導團')] });

let root: HTMLElement;
let view: EntryView;
const keep = vi.fn<EntryView['keep']>();
const save = vi.fn<EntryView['save']>();

beforeEach(() => {
  keep.mockReset();
  save.mockReset().mockResolvedValue();
  root = document.body.appendChild(document.createElement('div'));
  view = {
    entry,
    around: '',
    anchor: { left: 0, right: 0, top: 0, bottom: 0 },
    alike: async () => ({ sameZh: [], sameEn: [] }),
    save,
    keep,
    openLibrary() {},
    close() {},
  };
  render(<EntryEditor view={view} t={t} />, root);
});
afterEach(() => {
  leave();
  root.remove();
});

const leave = () => render(null, root);
const write = (field: string, text: string) => page.getByLabelText(field, { exact: true }).fill(text);
const press = (name: string) => page.getByRole('button', { name }).click();

describe('an editor that goes away', () => {
  it('keeps what was written', async () => {
    await write('entry.definition', '到社區協助的人員');
    leave();
    expect(keep).toHaveBeenCalledOnce();
    expect(keep.mock.lastCall?.[0]).toMatchObject({
      id: entry.id,
      definition: { zh: '到社區協助的人員' },
    });
  });

  it.each([
    ['nothing was written', async () => {}],
    [
      'what was written was taken back',
      async () => {
        await write('entry.note', '待查');
        await write('entry.note', '');
      },
    ],
    [
      'it has no term any more',
      async () => {
        await write('entry.note', '待查');
        await write('entry.chinese', '');
      },
    ],
    [
      'it was saved',
      async () => {
        await write('entry.note', '待查');
        await press('entry.save');
        expect(save).toHaveBeenCalledOnce();
      },
    ],
  ])('keeps nothing when %s', async (_, act) => {
    await act();
    leave();
    expect(keep).not.toHaveBeenCalled();
  });

  it('keeps what could not be saved, and what was written while it was being saved', async () => {
    const saving = Promise.withResolvers<void>();
    save.mockReturnValueOnce(saving.promise);
    await write('entry.note', '待查');
    await press('entry.save');
    saving.reject(new Error('the store is full'));
    await expect(saving.promise).rejects.toThrow();
    leave();
    expect(keep.mock.lastCall?.[0]).toMatchObject({ note: { zh: '待查' } });
  });
});
