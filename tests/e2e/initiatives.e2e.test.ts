import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { loadGlossary } from '../../scripts/load-glossary.ts';
import { preferredTerm } from '../../src/glossary/preferred-term.ts';
import { label } from '../support/labels.ts';
import { card, paintedTerms, restOnTerm, waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { waitUntil } from '../support/waiting.ts';

const concepts = new Map(
  loadGlossary(join(import.meta.dirname, '../..')).concepts.map((concept) => [concept.id, concept]),
);
const session = useChromium();

function nameOf(id: string, lang: 'zh-Hant' | 'en' = 'zh-Hant'): string {
  const concept = concepts.get(id);
  if (!concept) throw new Error(`no concept ${id}`);
  return preferredTerm(concept, lang).text;
}

/** Serves a page of paragraphs, dated when `date` is given, and opens it. */
async function openText(paragraphs: readonly string[], date?: string): Promise<Page> {
  const address = `http://www.ndc.gov.tw/${encodeURIComponent(paragraphs[0] ?? '')}/${date ?? ''}`;
  const head = date ? `<meta name="DC.Date" content="${date}">` : '';
  const body = paragraphs.map((text) => `<p>${text}</p>`).join('');
  session.server.serve(
    address,
    `<!doctype html><html lang="zh-Hant"><title>頁</title>${head}<main>${body}</main>`,
  );
  const page = await session.browser.open(address);
  await waitForTerms(page);
  return page;
}

async function openLibrary(item: string): Promise<Page> {
  const page = await session.browser.openOwn(`library.html#/initiatives/${item}`);
  await page.locator('h1').waitFor();
  return page;
}

/** What a reader of the founding documents meets first: each leads from a page to its card, and from there to its page. */
const expected = [
  ...['software', 'industries', 'smart-community', 'silicon-photonics', 'quantum', 'robotics'].map(
    (name) => `tw.ten-ai.${name}`,
  ),
  ...['sovereign-ai', 'smart-government', 'talent-and-capital', 'regional-balance'].map(
    (name) => `tw.ten-ai.${name}`,
  ),
  ...['technology', 'industry', 'governance', 'inclusion'].map((name) => `tw.smart-nation-2.${name}`),
  'sg.digital-economy-framework',
  'sg.digital-government-blueprint',
  'sg.digital-readiness-blueprint',
  'int.global-cbpr',
  'tw.bilingual-policy',
  'tw.digital-nomad-visa',
  'tw.law.ai-basic-act',
];

describe('from a page to the card, and on to the page of the library', () => {
  it.each(expected)('%s', async (id) => {
    const name = nameOf(id);
    const jurisdiction = id.startsWith('sg.') ? '新加坡' : '';
    const page = await openText([`${jurisdiction}${name}。`]);
    const dialog = await restOnTerm(page, name);
    expect(await dialog.getByRole('heading', { level: 2 }).innerText()).toBe(nameOf(id, 'en'));
    const opened = session.browser.context.waitForEvent('page');
    await dialog.getByRole('button', { name: label('card.library'), exact: true }).click();
    const library = await opened;
    await library.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    expect(decodeURIComponent(new URL(library.url()).hash)).toMatch(
      new RegExp(`^#/(initiatives|glossary)/${id}$`),
    );
    await library.close();
    await page.close();
  });
});

describe('a card on a page with a date', () => {
  it('says what stood in the place of a body that did not exist yet, and leads there', async () => {
    const page = await openText(['國家科學及技術委員會說明。'], '2019-05-01');
    const dialog = await restOnTerm(page, '國家科學及技術委員會');
    expect(await dialog.innerText()).toContain(
      label('card.asOfBefore', { date: '2019-05-01', start: '2022-07-27' }),
    );
    await dialog.getByRole('button', { name: '科技部', exact: true }).first().click();
    await dialog.getByRole('heading', { level: 2, name: 'Ministry of Science and Technology' }).waitFor();
    expect(await dialog.innerText()).toContain(label('card.asOf', { date: '2019-05-01' }));
    await page.close();
  });

  it('gives the name and the status of that day, and the present name beside it', async () => {
    const page = await openText(['2030雙語國家政策發展。'], '2020-01-15');
    const [painted] = await paintedTerms(page);
    const dialog = await restOnTerm(page, painted ?? '');
    expect(await dialog.getByRole('heading', { level: 2 }).innerText()).toMatch(/^2030 Bilingual Nation/i);
    expect(await dialog.innerText()).toContain(label('card.now'));
    await page.close();
  });

  it('says nothing of dates where the page has none', async () => {
    const page = await openText(['國家科學及技術委員會說明。']);
    await restOnTerm(page, '國家科學及技術委員會');
    expect(await card(page).locator('.asof').count()).toBe(0);
    await page.close();
  });
});

/** Id of the link that has the focus in a picture. */
function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('data-node') ?? null);
}

describe('the pictures of the library', () => {
  it('the lineage shows successions, is walked by keys and opened by Enter', async () => {
    const page = await openLibrary('lineage/tw.smart-nation-2');
    await page.locator('[data-node="tw.smart-nation-2"].shown').waitFor();
    expect(await page.locator('path.succession').count()).toBeGreaterThan(5);
    await page.locator('[data-node="tw.smart-nation-2"]').focus();
    await page.keyboard.press('ArrowLeft');
    const next = await waitUntil(
      'the focus moves',
      () => focused(page),
      (id) => id !== null && id !== 'tw.smart-nation-2',
    );
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: nameOf(next ?? ''), exact: true }).waitFor();
    await page.close();
  });

  it('the lineage stands below as a table with the same initiatives', async () => {
    const page = await openLibrary('lineage');
    const bars = await page.locator('svg.lineage a').count();
    await page.getByText(label('views.asTable')).click();
    expect(await page.locator('.as-table tbody tr').count()).toBe(bars);
    await page.close();
  });

  it('zooms by button and by key', async () => {
    const page = await openLibrary('lineage');
    const width = async () => Number(await page.locator('svg.lineage').getAttribute('width'));
    const first = await width();
    await page.getByRole('button', { name: label('views.nearer') }).click();
    const nearer = await waitUntil('it is nearer', width, (now) => now > first);
    await page.locator('svg.lineage a[tabindex="0"]').focus();
    await page.keyboard.press('-');
    await waitUntil('it is farther', width, (now) => now < nearer);
    await page.close();
  });

  it('the net leads from one concept to the next, and its middle to the page', async () => {
    const page = await openLibrary('net/tw.smart-nation-2');
    await page.locator('svg.net [data-node="tw.org.moda"]').click();
    await page.getByRole('heading', { level: 1, name: nameOf('tw.org.moda') }).waitFor();
    await page.locator('svg.net .centre').click();
    await waitUntil(
      'its page opens',
      () => page.url(),
      (url) => url.endsWith('#/glossary/tw.org.moda'),
    );
    await page.close();
  });

  it('two initiatives are chosen and set side by side', async () => {
    const page = await openLibrary('compare');
    await page.getByLabel(label('views.left')).selectOption('tw.smart-nation-2');
    await page.getByLabel(label('views.right')).selectOption('sg.smart-nation-2');
    const table = page.locator('table.side-by-side');
    await table.waitFor();
    expect(new URL(page.url()).hash).toBe('#/initiatives/compare/tw.smart-nation-2/sg.smart-nation-2');
    expect(await table.innerText()).toContain(nameOf('tw.smart-nation-2.technology'));
    expect(await table.innerText()).toContain(nameOf('sg.smart-nation-2.trust'));
    await page.close();
  });

  it.each(['', 'lineage', 'net/tw.ten-ai-initiatives', 'compare/tw.smart-nation-2/sg.smart-nation-2'])(
    '/%s is saved as SVG and as PNG',
    async (item) => {
      const page = await openLibrary(item);
      const save = async (name: string) => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name, exact: true }).click(),
        ]);
        return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
      };
      const svg = await save('SVG');
      expect(svg.name).toMatch(/^policy-gloss-.*\.svg$/);
      const text = svg.bytes.toString('utf8');
      expect(text).toContain('xmlns="http://www.w3.org/2000/svg"');
      expect(text).toContain(nameOf('tw.smart-nation-2'));
      // It stands on its own: no variables, no classes, no links into the extension.
      expect(text).not.toMatch(/var\(--|class=|chrome-extension:|href="#\//);
      // With the colours that the page has, not with those that a drawing has without a style.
      expect(new Set([...text.matchAll(/ fill="([^"]+)"/g)].map((match) => match[1])).size).toBeGreaterThan(
        2,
      );
      const png = await save('PNG');
      expect(png.name).toMatch(/\.png$/);
      expect([...png.bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(600);
      await page.close();
    },
  );

  it('leaves no trouble', () => {
    expect(session.browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
  });
});
