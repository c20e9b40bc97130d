import { loadScanGlossary } from '../../scripts/scan-glossary.ts';
import { randomNumbers } from './made-up-text.ts';

/** Filler between terms: invented sentences of the kind that press releases are made of. */
const FILLER = [
  '為回應各界期待，相關部會已完成盤點並提出分年作法，',
  '與會代表就人力、經費與時程充分交換意見，',
  '主辦單位說明後續將滾動檢討執行情形，',
  '地方政府可依需求提出申請並納入年度工作，',
  '並請各機關於月底前回報辦理進度。',
  '歡迎民眾踴躍參加並提供建議，共同完善制度。',
];

type Picker = <T>(list: readonly T[]) => T;

function pickerFrom(random: () => number): Picker {
  return (list) => list[Math.floor(random() * list.length)]!;
}

/** Chinese terms of the bundled glossary that are marked wherever they stand. */
function termsToMark(): string[] {
  return loadScanGlossary()
    .terms.filter(({ lang, advice }) => lang === 'zh-Hant' && (advice?.mark ?? 'always') === 'always')
    .map(({ text }) => text);
}

function pageOf(body: string): string {
  return `<!doctype html><html lang="zh-Hant-TW"><meta charset="utf-8"><title>長頁面</title><body><h1>長頁面</h1>${body}</body></html>`;
}

/** A page of about `units` UTF-16 units that is terms and little else: paragraphs of twelve short ones. */
export function densePage(units: number): string {
  const pick = pickerFrom(randomNumbers(7));
  const terms = termsToMark().filter(({ length }) => length <= 6);
  const parts: string[] = [];
  for (let written = 0; written < units; ) {
    const text = `${Array.from({ length: 12 }, () => pick(terms)).join('、')}。`;
    parts.push(`<p>${text}</p>`);
    written += text.length;
  }
  return pageOf(parts.join(''));
}

/** A page that is a list of `items`, each with a term. */
export function listPage(items: number): string {
  const pick = pickerFrom(randomNumbers(9));
  const terms = termsToMark();
  const list = Array.from({ length: items }, () => `<li>主辦單位說明${pick(terms)}的辦理情形</li>`);
  return pageOf(`<ul>${list.join('')}</ul>`);
}

/**
 * A page of about `units` UTF-16 units of text: headings, paragraphs with inline elements, lists and tables, with terms
 * of the bundled glossary at the density of a dense policy page (about one in 40 units).
 */
export function policyPage(units: number): string {
  const random = randomNumbers(20_261_121);
  const pick = pickerFrom(random);
  const terms = termsToMark();
  const parts: string[] = [];
  let written = 0;
  const sentence = () => {
    const term = pick(terms);
    const shown =
      random() < 0.1
        ? `${term.slice(0, 2)}<b>${term.slice(2)}</b>`
        : random() < 0.1
          ? `<a href="#">${term}</a>`
          : term;
    const text = `${pick(FILLER)}${random() < 0.7 ? shown : ''}`;
    written += text.length;
    return text;
  };
  const paragraph = () => Array.from({ length: 3 + Math.floor(random() * 5) }, sentence).join('');
  while (written < units) {
    const kind = random();
    if (kind < 0.1) parts.push(`<h2>${sentence()}</h2>`);
    else if (kind < 0.7) parts.push(`<p>${paragraph()}</p>`);
    else if (kind < 0.85)
      parts.push(`<ul>${Array.from({ length: 5 }, () => `<li>${sentence()}</li>`).join('')}</ul>`);
    else
      parts.push(
        `<table>${Array.from({ length: 4 }, () => `<tr><td>${sentence()}</td><td>${sentence()}</td></tr>`).join('')}</table>`,
      );
  }
  return pageOf(parts.join('\n'));
}
