import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import texts from '../../assets/locales/zh-TW/exchange.json' with { type: 'json' };
import type { RefusalCode } from '../../src/interchange/notices.ts';
import { checkAccessibility } from '../support/accessibility.ts';
import { hostileFiles } from '../support/hostile-files.ts';
import { chooseFile, readyToImport, storedEntries } from '../support/import-wizard.ts';
import { label } from '../support/labels.ts';
import { encodeLegacy } from '../support/legacy-encoder.ts';
import { odsOf, odsRow } from '../support/packed-files.ts';
import { useChromium } from '../support/session.ts';

const session = useChromium();
const refusals: Readonly<Record<RefusalCode, string>> = texts.imports.refusal;
const folder = mkdtempSync(join(tmpdir(), 'policy-gloss-lists-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const exchange = () => session.browser.openOwn('library.html#/exchange');

const pairs = [
  ['公共論壇', 'public forum'],
  ['本地的語言', 'local language'],
];

/** Presses a button that offers a file and reads it. */
async function saved(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

describe('a list of terms', () => {
  it('in ODS is previewed, imported with a report, and taken back again', async () => {
    const page = await exchange();
    const rows = [
      odsRow(['某機關雙語詞彙表']),
      odsRow(['中文名稱', '英文名稱', '狀態']),
      ...pairs.map(([zh = '', en = '']) => odsRow([zh, en, '首選'])),
      odsRow(['只有中文', '', '']),
    ];
    const wizard = await chooseFile(page, '雙語詞彙.ods', odsOf([{ name: '表一', rows }]));
    const button = await readyToImport(wizard, 2);
    expect(await wizard.locator('.counts').innerText()).toContain(
      label('intake.counts.leftOut', { count: 1 }),
    );
    expect(await wizard.locator('table.first').innerText()).toContain('local language');
    expect((await checkAccessibility(page)).violations).toEqual([]);
    expect(await storedEntries(page)).toBe(0);
    await button.click();
    await wizard.getByText(label('intake.done', { name: '雙語詞彙.ods' })).waitFor();
    expect(await storedEntries(page)).toBe(2);
    const report = await saved(page, label('intake.report.csv'));
    expect(report).toContain(`5,${label('imports.row.no-english')}`);

    await page.bringToFront();
    await wizard.getByRole('button', { name: label('library.undo'), exact: true }).click();
    await wizard.getByText(label('intake.undone')).waitFor();
    await page.close();
  });

  it('that is written is told as written, though nobody hears of it', async () => {
    const page = await exchange();
    const wizard = await chooseFile(page, 'b.csv', '中文,英文\n未聞之詞,unheard of\n');
    const button = await readyToImport(wizard, 1);
    const before = await storedEntries(page);
    await page.evaluate(() => {
      type Send = (message: { type: string }) => Promise<unknown>;
      const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage: Send } } }).chrome;
      const send = runtime.sendMessage.bind(runtime);
      runtime.sendMessage = (message) =>
        message.type === 'glossary:changed'
          ? Promise.reject(new Error('the channel is closed'))
          : send(message);
    });
    await button.click();
    await wizard.getByText(label('intake.done', { name: 'b.csv' })).waitFor();
    expect(await storedEntries(page)).toBe(before + 1);
    await page.close();
  });

  it('is read as the user says: encoding, columns, splitting, script', async () => {
    const page = await exchange();
    const big5 = await chooseFile(
      page,
      'a.csv',
      encodeLegacy('甲欄,乙欄\n數位發展,digital development\n', 'big5'),
    );
    await readyToImport(big5, 1);
    await big5.getByLabel(label('intake.encoding')).and(page.locator('select')).waitFor();
    await big5.getByLabel(label('intake.columnHolds', { column: 2, heading: '乙欄' })).selectOption('note');
    await big5.getByRole('alert').filter({ hasText: refusals['no-columns'] }).waitFor();
    await big5.getByLabel(label('intake.columnHolds', { column: 2, heading: '乙欄' })).selectOption('en');
    await readyToImport(big5, 1);
    const simplified = await chooseFile(
      page,
      'b.csv',
      '中文,英文\n软件信息,software information\n数据网络,data network\n',
    );
    await readyToImport(simplified, 2);
    await simplified.getByLabel(label('intake.convert')).check();
    const first = simplified.locator('table.first');
    await first.getByText('軟體資訊').waitFor();
    expect(await first.innerText()).toContain('软件信息');
    await page.close();
  });

  it('goes by the rule for what is there already, and adds nothing twice', async () => {
    const page = await exchange();
    const into = async (content: string) => {
      const wizard = await chooseFile(page, 'c.csv', content);
      await wizard.getByLabel(label('intake.into')).selectOption('mine');
      return wizard;
    };
    const once = await into('中文,英文\n甲方案,plan A\n乙方案,plan B\n');
    await (await readyToImport(once, 2)).click();
    await once.getByRole('status').filter({ hasText: 'c.csv' }).waitFor();
    const again = await into('中文,英文\n甲方案,plan A\n乙方案,scheme B\n丙方案,plan C\n');
    await readyToImport(again, 1);
    const counts = again.locator('.counts');
    expect(await counts.innerText()).toContain(label('intake.counts.same', { count: 1 }));
    expect(await counts.innerText()).toContain(label('intake.counts.skipped', { count: 1 }));
    await again.getByLabel(label('intake.rules.replace')).check();
    await readyToImport(again, 2);
    expect(await counts.innerText()).toContain(label('intake.counts.changed', { count: 1 }));
    await page.close();
  });

  it('that is hostile is refused with a message, and nothing is written', async () => {
    const page = await exchange();
    const before = await storedEntries(page);
    for (const [name, code, make] of hostileFiles) {
      const made = await make();
      // The protocol of the tests takes files of up to 50 MB; larger ones are laid on the disk.
      const file = `${code}-${name.replace(/\W/g, '-')}`;
      const path = join(folder, file);
      writeFileSync(path, made);
      await page.getByRole('main').locator('input[type=file]').setInputFiles(path);
      const message = refusals[code].split('{{')[0]!;
      // A backup of ours is not for the wizard.
      const said = code === 'newer' ? label('exchange.error.newer') : message;
      if (code !== 'newer') await page.locator('.file-name').getByText(file, { exact: true }).waitFor();
      await page.getByRole('main').getByText(said).first().waitFor();
      expect(await page.locator('.intake .button.main').count(), name).toBe(0);
    }
    expect(await storedEntries(page)).toBe(before);
    expect(session.browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
    await page.close();
  });
});
