import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { GlossaryEntry } from '../../../src/glossary/entry.ts';
import { EntryEditor } from '../../../src/ui/library/glossary/entry-editor.tsx';
import type { Texts } from '../../../src/ui/shared/texts.ts';
import { entryOf } from '../../support/records.ts';

/** Texts are their keys. */
const t = ((key: string) => key) as Texts;
const save = vi.fn<(entry: GlossaryEntry) => Promise<unknown>>();
const ports = { t, subjects: [], reviewer: '', today: '2026-05-01', save };

let root: HTMLElement;
let count = 0;
/** An entry of its own for every test. */
let entry: GlossaryEntry;

const open = (now = entry) =>
  render(<EntryEditor key={now.id} entry={now} place={now.id} ports={ports} onCancel={leave} />, root);
const leave = () => render(null, root);
const source = () => page.getByLabelText('desk.factSource');
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
/** Whether the browser would ask before it lets go of the page. */
const isAsked = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

beforeEach(() => {
  entry = entryOf(++count);
  save.mockReset().mockResolvedValue(undefined);
  root = document.body.appendChild(document.createElement('div'));
  open();
});
afterEach(async () => {
  open();
  await press('desk.cancel');
  root.remove();
});

describe('what is written in the editor of the library', () => {
  it('is there again when one went elsewhere, and the browser asks before the page goes', async () => {
    expect(isAsked()).toBe(false);
    await source().fill('講義第三頁');
    leave();
    expect(isAsked()).toBe(true);
    open();
    await expect.element(source()).toHaveValue('講義第三頁');
    await expect.element(page.getByRole('status')).toHaveTextContent('desk.draftKept');
  });

  it('takes in what was changed elsewhere meanwhile', async () => {
    await source().fill('講義第三頁');
    leave();
    open({ ...entry, subject: '教育', updatedAt: '2026-06-01T00:00:00.000Z' });
    await expect.element(source()).toHaveValue('講義第三頁');
    await expect.element(page.getByLabelText('library.subject')).toHaveValue('教育');
  });

  it.each([
    ['was cancelled', () => press('desk.cancel')],
    ['was stored', () => press('glossary.save')],
    ['is as it was', () => source().fill('')],
  ])('is gone when it %s', async (_, act) => {
    await source().fill('講義第三頁');
    await act();
    leave();
    expect(isAsked()).toBe(false);
    open();
    await expect.element(source()).toHaveValue('');
    expect(page.getByRole('status').elements()).toEqual([]);
  });

  it('is there again when it could not be stored', async () => {
    save.mockRejectedValueOnce(new Error('the store is full'));
    await source().fill('講義第三頁');
    await press('glossary.save');
    await expect.element(page.getByText('mark.failed')).toBeVisible();
    leave();
    expect(isAsked()).toBe(true);
    open();
    await expect.element(source()).toHaveValue('講義第三頁');
  });
});
