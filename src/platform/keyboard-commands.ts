import { browser } from 'wxt/browser';

/** The commands of the keyboard as the browser has them now. */
export async function keyboardCommands(): Promise<{ name: string; shortcut: string }[]> {
  const commands = await browser.commands.getAll();
  return commands.flatMap(({ name = '', description, shortcut = '' }) =>
    // Those without a description are the browser's own (opening popup or sidebar).
    description ? [{ name, shortcut }] : [],
  );
}

/** Opens the page of Chromium on which keys are changed; Firefox has none that an extension may open. */
export function openKeySettings(): void {
  void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
