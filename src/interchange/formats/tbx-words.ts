import type { TermLanguage } from '../../glossary/language.ts';
import type { TermStatus } from '../../glossary/status.ts';
import type { TermForm } from '../../glossary/term.ts';

/** Values of TBX-Basic for ours. `proposed` and `full` are said by saying nothing. */
export const tbxStatus: Readonly<Record<TermStatus, string>> = {
  official: 'preferredTerm-admn-sts',
  accepted: 'admittedTerm-admn-sts',
  proposed: '',
  superseded: 'supersededTerm-admn-sts',
  discouraged: 'deprecatedTerm-admn-sts',
};

/** Forms of terms in the words of TBX; empty where TBX has none. */
export const tbxForm: Readonly<Record<TermForm, string>> = {
  full: '',
  short: 'shortForm',
  abbreviation: 'abbreviation',
  variant: 'variant',
};

/** The tag that today's tools know best for a language. */
export const tbxLanguage: Readonly<Record<TermLanguage, string>> = {
  'zh-Hant': 'zh-TW',
  'zh-Hans': 'zh-CN',
  en: 'en',
};

/** Our language of a tag (BCP 47, either case), `undefined` for all others. */
export function languageOfTag(tag: string): TermLanguage | undefined {
  const parts = tag.toLowerCase().split(/[-_]/);
  if (parts[0] === 'en' || parts[0] === 'eng') return 'en';
  if (!['zh', 'zho', 'chi', 'cmn'].includes(parts[0] ?? '')) return undefined;
  return parts.some((part) => ['hans', 'cn', 'sg', 'chs'].includes(part)) ? 'zh-Hans' : 'zh-Hant';
}

/** Our form of a TBX term type; types that say nothing of length are `full`. */
export function formOfTermType(type: string): TermForm {
  const name = type.toLowerCase();
  if (/acronym|abbreviation|initialism/.test(name)) return 'abbreviation';
  if (/short|clipped/.test(name)) return 'short';
  if (/variant|synonym/.test(name)) return 'variant';
  return 'full';
}
