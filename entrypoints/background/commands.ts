import { browser } from 'wxt/browser';
import type { PageNotice } from '../../src/messages/protocol.ts';
import { notifyTab } from '../../src/platform/tabs.ts';

const HIGHLIGHT_MENU = 'highlight-selection';

type Command = Extract<PageNotice, { type: 'page:command' }>['command'];
const COMMANDS: readonly Command[] = [
  'highlight-selection',
  'next-term',
  'previous-term',
  'open-card',
  'list-terms',
];

function send(tabId: number, command: Command, frameId?: number): void {
  const notice: PageNotice = { type: 'page:command', command };
  // A page without a reader has nothing to answer; that is no error.
  void notifyTab(tabId, notice, frameId).catch(() => {});
}

/** The entry in the page's context menu. It is made anew at install and update: the browser keeps it in between. */
export function listenToMenus(): void {
  browser.runtime.onInstalled.addListener(() => {
    void browser.contextMenus.removeAll().then(() =>
      browser.contextMenus.create({
        id: HIGHLIGHT_MENU,
        title: browser.i18n.getMessage('commandHighlight'),
        contexts: ['selection'],
      }),
    );
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId }, tab) => {
    if (menuItemId === HIGHLIGHT_MENU && tab?.id !== undefined) send(tab.id, 'highlight-selection', frameId);
  });
}

/** Keyboard commands, as the user has set them in the browser. */
export function listenToCommands(): void {
  browser.commands.onCommand.addListener((name, tab) => {
    const command = COMMANDS.find((known) => known === name);
    if (command && tab?.id !== undefined) send(tab.id, command);
  });
}
