import { browser } from 'wxt/browser';

/** The interface language for a setting: `auto` takes Chinese for every Chinese browser, English otherwise. */
export function interfaceLanguage(setting: 'auto' | 'zh-TW' | 'en'): 'zh-TW' | 'en' {
  if (setting !== 'auto') return setting;
  return browser.i18n.getUILanguage().toLowerCase().startsWith('zh') ? 'zh-TW' : 'en';
}
