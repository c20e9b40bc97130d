import type { PageServer } from './page-server.ts';

/** A law in both languages, made up, under addresses that are known by rule. */
export const lawAddress = {
  zh: 'http://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=T0000001',
  en: 'http://law.moj.gov.tw/ENG/LawClass/LawAll.aspx?pcode=T0000001',
} as const;

/** An announcement in both languages; the Chinese one has a link to the English one, which has none back. */
export const pressAddress = {
  zh: 'http://www.moda.gov.tw/press/press-releases/90001.html',
  en: 'http://www.moda.gov.tw/en/press/press-releases/90001.html',
} as const;

/** Two pages with headings in both languages: of the first pair the outlines are alike, of the second they are not. */
export const topicAddress = {
  alike: {
    zh: 'http://www.moda.gov.tw/major-policies/90002.html',
    en: 'http://www.moda.gov.tw/en/major-policies/90002.html',
  },
  other: {
    zh: 'http://www.moda.gov.tw/major-policies/90003.html',
    en: 'http://www.moda.gov.tw/en/major-policies/90003.html',
  },
} as const;

/** A page without a twin, whose link to the English home page looks like one. */
export const loneAddress = 'http://www.ndc.gov.tw/lone/cp-1-2-ab3-1.html';

/** Pages that say nothing of another language: one in Chinese, one in both. */
export const silentAddress = 'http://www.ndc.gov.tw/silent/cp-1-3-ab3-1.html';
export const mixedAddress = 'http://www.ndc.gov.tw/mixed/cp-1-4-ab3-1.html';

/** The article that speaks of sovereign AI, with an item for it, and what each language says there. */
export const lawSentence = {
  number: '10-1',
  zh: '主管機關應推動主權AI。',
  en: 'The competent authority shall promote sovereign AI.',
} as const;

/** Article numbers of the law in its order. */
const NUMBERS = [...Array.from({ length: 10 }, (_, at) => `${at + 1}`), '10-1', '11', '12', '13', '14', '15'];

const FILLER = {
  zh: ['機關應依其業務之性質訂定計畫，並定期檢討。', '前項計畫之內容，由各該機關定之。'],
  en: [
    'Agencies shall make plans according to the nature of their work and review them regularly.',
    'What the plans of the preceding paragraph contain is prescribed by each agency.',
  ],
} as const;

function article(language: 'zh' | 'en', number: string): string {
  const special =
    number === lawSentence.number ? [lawSentence[language], ...FILLER[language]] : FILLER[language];
  const head = language === 'zh' ? `第 ${number} 條` : `Article ${number}`;
  const lines = special.map((line) => `<div class="line">${line}</div>`).join('');
  return `<div class="row"><div class="no"><a name="${number}">${head}</a></div><div class="data">${lines}</div></div>`;
}

function page(language: string, title: string, body: string): string {
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${title}</title>
<style>body{font:16px/1.6 sans-serif;margin:0 24px}.row{min-height:220px}</style>${body}</html>`;
}

function law(language: 'zh' | 'en'): string {
  const zh = language === 'zh';
  const title = zh ? '數位發展部示範法' : 'Demonstration Act of the Ministry of Digital Affairs';
  const date = zh ? '修正日期：民國 113 年 05 月 01 日' : 'Amended Date: 2023-02-01';
  // The English page says that it is Chinese, as whole sections of government sites do.
  return page(
    'zh-Hant',
    title,
    `<header><a href="/">${zh ? '全國法規資料庫' : 'Laws'}</a> <a href="${zh ? '/Eng/index.aspx' : '/index.aspx'}">${zh ? 'English' : '中文'}</a></header>
<div style="display:none">${NUMBERS.map((number) => article(language, number)).join('')}</div>
<main><h1>${title}</h1><p>${date}</p>${NUMBERS.map((number) => article(language, number)).join('')}</main>
<footer><p>${zh ? '版權所有，未經許可不得轉載。' : 'All rights reserved by the authority that keeps these pages.'}</p></footer>`,
  );
}

function press(language: 'zh' | 'en'): string {
  const zh = language === 'zh';
  const paragraphs = zh
    ? [
        '數位發展部今日宣布新計畫，將於年底前完成。',
        '部長表示，主權AI是計畫的核心。',
        '計畫經費由各機關共同編列。',
      ]
    : [
        'The ministry announced today a new programme to be completed by the end of the year.',
        'The minister said that sovereign AI is at the heart of the programme.',
        'Agencies share the budget of the programme among themselves this year.',
      ];
  const link = zh ? `<a href="${pressAddress.en}" title="English">EN</a>` : '';
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
  return page(
    'zh-Hant',
    zh ? '新聞' : 'News',
    `<nav>${link}</nav><article><h1>${zh ? '新聞稿' : 'Press release'}</h1>${text}</article>`,
  );
}

/** A page in a form, as WebForms make them, with a heading for each topic. */
function topics(language: 'zh' | 'en', count: number): string {
  const text =
    language === 'zh'
      ? '數位發展部推動主權AI之政策與計畫，並定期公布成果。'
      : 'The ministry promotes sovereign AI by policies and programmes, and publishes what came of them.';
  const parts = Array.from(
    { length: count },
    (_, at) =>
      `<h2 class="no">${language === 'zh' ? '主題' : 'Topic'} ${at + 1}</h2><p style="height:500px">${text}</p>`,
  );
  const title = language === 'zh' ? '施政重點' : 'Major policies';
  return page(
    'zh-Hant',
    title,
    `<form><header><h2>${title}</h2></header><main><h1>${title}</h1>${parts.join('')}</main></form>`,
  );
}

const lone = page(
  'zh-Hant',
  '組織',
  `<header><a href="/en/mp-2.html">English</a> <a href="https://translate.google.com/translate?tl=en&u=x">English</a></header>
<main><h1>組織</h1><p>國家發展委員會設下列各處，推動主權AI與智慧國家等政策，並定期公布成果。</p></main>`,
);

const silent = page(
  'zh-Hant',
  '公告',
  '<main><h1>公告</h1><p>國家發展委員會設下列各處，推動主權AI與智慧國家等政策，並定期公布成果。</p></main>',
);

const mixed = page(
  'zh-Hant',
  '公告 Notice',
  `<main><h1>主權AI Sovereign AI</h1><p>國家發展委員會推動主權AI等政策，並定期公布成果。</p>
<p>The National Development Council promotes sovereign AI and publishes what came of it.</p></main>`,
);

/** Lets `server` play the pages in two languages. */
export function serveTwins(server: PageServer): void {
  for (const language of ['zh', 'en'] as const) {
    server.serve(lawAddress[language].split('?')[0]!, law(language));
    server.serve(pressAddress[language], press(language));
  }
  for (const language of ['zh', 'en'] as const) {
    server.serve(topicAddress.alike[language], topics(language, 5));
    server.serve(topicAddress.other[language], topics(language, language === 'zh' ? 5 : 3));
  }
  server.serve(loneAddress, lone);
  server.serve(silentAddress, silent);
  server.serve(mixedAddress, mixed);
}
