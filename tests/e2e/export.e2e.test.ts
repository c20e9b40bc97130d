import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { formatMenu } from '../../src/interchange/format-choices.ts';
import { checkAccessibility } from '../support/accessibility.ts';
import { label } from '../support/labels.ts';
import { ask } from '../support/own-records.ts';
import { highlightOf } from '../support/records.ts';
import { useChromium } from '../support/session.ts';

const session = useChromium();

async function openDialog(page: Page, opener: string) {
  await page.getByRole('main').getByRole('button', { name: opener, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

async function libraryWithHighlights(): Promise<Page> {
  const page = await session.browser.openOwn('library.html#/highlights');
  const highlights = Array.from({ length: 6 }, (_, n) =>
    highlightOf(n, {
      quote: `第${n}段：推動「AI新十大建設」。`,
      note: n === 0 ? '要查證' : '',
      document: { address: `https://www.ndc.gov.tw/${n % 2}`, title: `新聞稿${n % 2}`, readOn: '2026-01-01' },
    }),
  );
  for (const highlight of highlights)
    expect(await ask(page, 'highlights:save', { highlight })).toMatchObject({ ok: true });
  await page.locator('blockquote').nth(5).waitFor();
  return page;
}

describe('the dialog for exports', () => {
  it('takes what is selected, tells what will be missing, and saves what it told of', async () => {
    const page = await libraryWithHighlights();
    await page.getByRole('checkbox').first().check();
    await page.getByRole('searchbox').fill('推動');
    const dialog = await openDialog(page, label('export.open.shown'));
    const scopes = await dialog
      .getByRole('radio')
      .evaluateAll((radios) => radios.map((one) => one.closest('label')?.textContent));
    expect(scopes).toEqual([`${label('export.selected')} (1)`, `${label('export.all')} (6)`]);
    const formats = await dialog.getByLabel(label('export.format')).locator('option').allInnerTexts();
    expect(formats).toEqual(formatMenu.highlights.map((name) => label(`formats.${name}`)));

    const table = dialog.getByRole('table', { name: label('losses.title') });
    await table.waitFor();
    const row = table.getByRole('row', { name: label('losses.field.highlightId') });
    await row.getByRole('cell', { name: '1', exact: true }).waitFor();
    await dialog.getByRole('radio').nth(1).check();
    await row.getByRole('cell', { name: '6', exact: true }).waitFor();
    expect((await checkAccessibility(page)).violations).toEqual([]);

    await dialog.getByLabel(label('export.format')).selectOption('json');
    await dialog.getByText(label('losses.none')).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: label('export.save') }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(
      /^policy-gloss-highlights-edition-[\d-]{10}-saved-[\d-]{10}\.json$/,
    );
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.close();
  });

  it('copies as rich and as plain text', async () => {
    await session.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await libraryWithHighlights();
    const dialog = await openDialog(page, label('export.open.shown'));
    const read = () =>
      page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const texts: Record<string, string> = {};
        for (const type of item?.types ?? []) texts[type] = await (await item!.getType(type)).text();
        return texts;
      });
    const press = async (name: string) => {
      await dialog.getByRole('button', { name }).click();
      await dialog
        .getByRole('status')
        .filter({ hasText: label('export.copied') })
        .waitFor();
    };
    await press(label('export.copyRich'));
    const rich = await read();
    expect(rich['text/html']).toContain('<blockquote');
    expect(rich['text/plain']).toContain('第0段');
    await press(label('export.copyPlain'));
    expect(Object.keys(await read())).toEqual(['text/plain']);
    await page.close();
  });

  it.each(formatMenu.glossary)('writes the bundled glossary as %s', async (format) => {
    const page = await session.browser.openOwn('library.html#/exchange');
    const dialog = await openDialog(page, label('export.open.bundled'));
    await dialog.getByLabel(label('export.format')).selectOption(format);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: label('export.save') }).click(),
    ]);
    expect(download.suggestedFilename()).toContain('policy-gloss-glossary-edition-');
    expect(session.browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
    await page.close();
  });
});
