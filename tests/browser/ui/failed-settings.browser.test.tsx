import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { settingsSchema } from '../../../src/settings/settings.ts';
import type { LibraryPorts } from '../../../src/ui/library/ports.ts';
import { SettingsPage } from '../../../src/ui/library/settings-page.tsx';
import { Popup, type PopupPorts } from '../../../src/ui/popup/popup.tsx';
import type { Texts } from '../../../src/ui/shared/texts.ts';

/** Texts are their keys. */
const t = ((key: string) => key) as Texts;
const write = vi.fn<() => Promise<undefined>>();

let root: HTMLElement;
beforeEach(() => {
  write.mockReset().mockResolvedValue(undefined);
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const said = () => page.getByRole('alert');

describe('a setting that could not be stored', () => {
  beforeEach(() => {
    const silence = { id: crypto.randomUUID(), term: '成長', scope: 'everywhere', where: '' };
    const ports = {
      t,
      language: 'en',
      settings: signal({ ...settingsSchema.parse({}), mutedHosts: ['www.ndc.gov.tw'] }),
      silences: signal([silence]),
      changeSettings: write,
      unsilence: write,
      unmute: write,
    };
    render(<SettingsPage ports={ports as unknown as LibraryPorts} />, root);
  });

  it.each([
    [
      'a choice',
      () => page.getByRole('combobox', { name: 'settings.theme' }).selectOptions('settings.themeDark'),
    ],
    ['a box', () => page.getByLabelText('settings.selectionButton').click()],
    ['a site', () => page.getByRole('button', { name: 'settings.unmute' }).click()],
    ['a word', () => page.getByRole('button', { name: 'settings.unsilence' }).click()],
    [
      'a colour',
      () =>
        page
          .getByLabelText('colour.blue')
          .fill('待查')
          .then(() => page.getByLabelText('colour.green').click()),
    ],
  ])('is told, and the next that is stored takes that away: %s', async (_, change) => {
    write.mockRejectedValueOnce(new Error('the store is full'));
    await change();
    await expect.element(said()).toHaveTextContent('mark.failed');
    await page.getByLabelText('reading.printMarks').click();
    await expect.element(page.getByText('mark.failed')).not.toBeInTheDocument();
  });

  it('shows what is stored', async () => {
    write.mockRejectedValueOnce(new Error('the store is full'));
    const box = page.getByLabelText('settings.selectionButton');
    await expect.element(box).toBeChecked();
    await box.click();
    await expect.element(said()).toHaveTextContent('mark.failed');
    await expect.element(box).toBeChecked();
  });
});

describe('the popup', () => {
  it('says that a site could not be switched off', async () => {
    const status = {
      host: 'www.ndc.gov.tw',
      occurrences: 0,
      highlights: 0,
      unread: false,
      muted: false,
      concepts: [],
      total: 0,
    };
    const ports = { t, language: 'en', status, canRecognise: true, canAskAlways: false, mute: write };
    write.mockRejectedValueOnce(new Error('no answer'));
    render(<Popup ports={ports as unknown as PopupPorts} />, root);
    const off = page.getByRole('button', { name: 'popup.mute' });
    await off.click();
    await expect.element(said()).toHaveTextContent('popup.failed');
    await off.click();
    await expect.element(page.getByRole('button', { name: 'popup.unmute' })).toBeVisible();
    await expect.element(page.getByText('popup.failed')).not.toBeInTheDocument();
  });
});
