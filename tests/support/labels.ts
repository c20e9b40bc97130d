import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../assets/locales');

type Texts = { readonly [key: string]: string | Texts };

const textsOf = (language: string): Texts =>
  Object.assign(
    {},
    ...readdirSync(join(folder, language)).map(
      (name): Texts => JSON.parse(readFileSync(join(folder, language, name), 'utf8')),
    ),
  );
const all = { 'zh-TW': textsOf('zh-TW'), en: textsOf('en') };

/**
 * Text of the interface, in Chinese unless said otherwise, by its key, with its blanks filled: tests name controls as the reader sees them and
 * do not break when a wording is improved. Throws when there is no such text.
 */
export function label(
  key: string,
  values: Readonly<Record<string, string | number>> = {},
  language: 'zh-TW' | 'en' = 'zh-TW',
): string {
  let found: string | Texts | undefined = all[language];
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
  if (typeof found !== 'string') throw new Error(`No interface text ${key}`);
  return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}
