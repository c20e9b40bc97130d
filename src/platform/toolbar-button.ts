import { browser } from 'wxt/browser';

/** Colours of the mark on the toolbar button; white on it has a contrast of more than 7 to 1. */
const MARK_COLOUR = '#7a3b00';

/** Puts a mark and a title on the toolbar button, or takes both away. The title is what is read out. */
export async function markToolbarButton(mark: { text: string; title: string } | undefined): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: mark?.text ?? '' }),
    browser.action.setBadgeBackgroundColor({ color: MARK_COLOUR }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    // An empty title brings back that of the manifest.
    browser.action.setTitle({ title: mark?.title ?? '' }),
  ]);
}
