/** A text is Chinese when at least this share of its letters are Han characters: an English page may name things in Chinese. */
const CHINESE_SHARE = 0.2;

/** The language that most of a text is in; `en` for one without letters. */
export function languageOf(text: string): 'zh' | 'en' {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return han > 0 && han >= letters * CHINESE_SHARE ? 'zh' : 'en';
}
