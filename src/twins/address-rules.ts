import data from '../../assets/addresses/other-language.json' with { type: 'json' };
import { isHome, languageInAddress } from './address-language.ts';
import { otherThan, type PageLanguage } from './page-language.ts';
import { parametersIn } from './parameters.ts';

/** What a rule makes of an address. */
export interface RuledTwin {
  readonly address: string;
  /** Whether it is the very page, or only the home page of the other edition. */
  readonly gives: 'page' | 'home';
}

interface PageRule {
  readonly hosts: readonly string[];
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

const PLACEHOLDER = /\{(\w+)(\*?)\}/g;

/** What stands in the places of a template, when an address fits it; names of folders and parameters in any case. */
function valuesFor(template: string, url: URL): Map<string, string> | undefined {
  const [path, query = ''] = template.split('?') as [string, string?];
  const found = new Map<string, string>();
  const names = [...path.matchAll(PLACEHOLDER)].map(([, name]) => name!);
  const pattern = path
    .split(/(\{\w+\*?\})/)
    .map((part) => {
      if (!part.startsWith('{')) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return part.endsWith('*}') ? '(.+)' : '([^/]+)';
    })
    .join('');
  const match = new RegExp(`^${pattern}$`, 'i').exec(url.pathname);
  if (!match) return undefined;
  names.forEach((name, at) => {
    found.set(name, match[at + 1]!);
  });
  for (const [wanted, place] of parametersIn(query)) {
    const given = parametersIn(url.search).find(([name]) => name.toLowerCase() === wanted.toLowerCase());
    if (!given?.[1]) return undefined;
    found.set(place.replace(PLACEHOLDER, '$1'), given[1]);
  }
  return found;
}

/** The address that a template gives with its places filled. What was in a path stays as it was written. */
function fill(template: string, values: ReadonlyMap<string, string>): string {
  const [path, query] = template.split('?') as [string, string?];
  const put = (text: string, encode: (value: string) => string) =>
    text.replace(PLACEHOLDER, (_, name: string) => encode(values.get(name) ?? ''));
  return put(path, String) + (query ? `?${put(query, encodeURIComponent)}` : '');
}

/** How much of a template is fixed: of two that fit, the longer one is meant. */
function fixedPart(template: string): number {
  return template.replace(PLACEHOLDER, '').length;
}

function byPageRule(rule: PageRule, url: URL, language: PageLanguage): string | undefined {
  if (!rule.hosts.includes(url.hostname)) return undefined;
  const fitting = (['zh', 'en'] as const)
    .flatMap((side) =>
      rule[side].map((template) => ({ side, values: valuesFor(template, url), fixed: fixedPart(template) })),
    )
    .filter(({ values }) => values !== undefined)
    .sort((a, b) => b.fixed - a.fixed)[0];
  const named = languageInAddress(url) ?? language;
  // A page that stands among those of one language but is written in the other was not translated.
  if (!fitting?.values || fitting.side !== language || named !== language) return undefined;
  const target = rule[otherThan(language)][0]!;
  return new URL(fill(target, fitting.values), url.origin).href;
}

/** The twin of a page that is written in `language`, by what is known of the addresses of its site. */
export function twinByRule(url: URL, language: PageLanguage): RuledTwin | undefined {
  for (const rule of data.rules) {
    if (rule.hosts) {
      const address = byPageRule(rule as PageRule, url, language);
      if (address) return { address, gives: 'page' };
    } else if (new URL(rule[language] as string).hostname === url.hostname) {
      return { address: rule[otherThan(language)] as string, gives: isHome(url) ? 'page' : 'home' };
    }
  }
  return undefined;
}
