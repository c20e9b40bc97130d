import { browser } from 'wxt/browser';
import type { PageNotice } from '../../src/messages/protocol.ts';
import { notifyTab } from '../../src/platform/tabs.ts';

type Command = Extract<PageNotice, { type: 'page:command' }>['command'];
const COMMANDS: readonly Command[] = [
  'highlight-selection',
  'collect-term',
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

/** Entries of the page's context menu, by the command they stand for, with the names of their texts. */
const MENU = { 'highlight-selection': 'commandHighlight', 'collect-term': 'commandCollect' } as const;

/** The entries in the page's context menu. They are made anew at install and update: the browser keeps them in between. */
export function listenToMenus(): void {
  browser.runtime.onInstalled.addListener(() => {
    void browser.contextMenus.removeAll().then(() => {
      for (const [id, text] of Object.entries(MENU) as [
        keyof typeof MENU,
        (typeof MENU)[keyof typeof MENU],
      ][])
        browser.contextMenus.create({ id, title: browser.i18n.getMessage(text), contexts: ['selection'] });
    });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId }, tab) => {
    const command = COMMANDS.find((known) => known === menuItemId && known in MENU);
    if (command && tab?.id !== undefined) send(tab.id, command, frameId);
  });
}

/** Keyboard commands, as the user has set them in the browser. */
export function listenToCommands(): void {
  browser.commands.onCommand.addListener((name, tab) => {
    const command = COMMANDS.find((known) => known === name);
    if (command && tab?.id !== undefined) send(tab.id, command);
  });
}
