import { type Browser, browser } from 'wxt/browser';

/** Whether a message comes from a page of the extension, as the browser says: not from a script of ours in another page. */
export function isOwnPage({ url, origin }: Browser.runtime.MessageSender): boolean {
  const own = browser.runtime.getURL('/');
  return (url?.startsWith(own) ?? false) && (origin === undefined || `${origin}/` === own);
}
