import { browser } from 'wxt/browser';

/** Firefox's side, which the types of the other browser do not know. */
interface SidebarAction {
  open(): Promise<void>;
}

/**
 * Opens the panel beside the page. To be called in the turn of the press itself: after waiting for anything the browser
 * no longer takes it for the user's wish.
 */
export function openSidePanel(windowId: number): Promise<void> {
  const { sidebarAction } = browser as unknown as { sidebarAction?: SidebarAction };
  return sidebarAction ? sidebarAction.open() : browser.sidePanel.open({ windowId });
}
