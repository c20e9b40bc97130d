import { createInstance, type TFunction } from 'i18next';

/** Languages of the interface. */
export type InterfaceLanguage = 'zh-TW' | 'en';

/** Gives an interface text by its key, such as `card.close`, with values filled in and plurals chosen. */
export type Texts = TFunction;

/** A tree of texts, as in `assets/locales`. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

/** The texts of one surface in one language. Texts are shown by Preact, which escapes; so i18next must not. */
export function createTexts(language: InterfaceLanguage, trees: Record<InterfaceLanguage, TextTree>): Texts {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { 'zh-TW': { translation: trees['zh-TW'] }, en: { translation: trees.en } },
  });
  return instance.t;
}

/** The `lang` attribute for a text in a language of terms or of the interface. */
export function htmlLang(language: 'zh' | 'en' | 'zh-Hant' | 'zh-Hans' | InterfaceLanguage): string {
  if (language === 'zh' || language === 'zh-TW') return 'zh-Hant';
  return language;
}
