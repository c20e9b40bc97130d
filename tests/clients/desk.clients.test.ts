import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chooseFile, readyToImport } from '../support/import-wizard.ts';
import { label } from '../support/labels.ts';
import { saveFileAs } from '../support/library.ts';
import { odsOf, odsRow } from '../support/packed-files.ts';
import { leaveTerm, restOnTerm, waitForTerms } from '../support/reading.ts';
import { useChromium } from '../support/session.ts';
import { waitUntil } from '../support/waiting.ts';
import { sampleAddress } from '../support/walk.ts';
import { omegatPairs, workFolder } from './programs.ts';

const { folder, remove } = workFolder();
afterAll(remove);
const session = useChromium();

const pairs = [
  ['本地的語言', 'local languages'],
  ['公共論壇', 'public forum'],
] as const;

describe('the desk of a translator', () => {
  it('takes a ministry’s ODS in, marks its terms on a page, says whose they are, and hands them to OmegaT', async () => {
    const page = await session.browser.openOwn('library.html#/exchange');
    const rows = [
      odsRow(['中文名稱', '英文名稱', '狀態']),
      ...pairs.map(([zh, en]) => odsRow([zh, en, '首選'])),
    ];
    const wizard = await chooseFile(page, '某部雙語詞彙.ods', odsOf([{ name: '表一', rows }]));
    await (await readyToImport(wizard, pairs.length)).click();
    await wizard.getByText(label('intake.done', { name: '某部雙語詞彙.ods' })).waitFor();

    const reader = await session.browser.open(sampleAddress);
    const marked = await waitUntil(
      'its term is marked',
      () => waitForTerms(reader),
      (terms) => terms.includes('本地的語言'),
    );
    expect(marked).toContain('主權AI');
    const card = await (await restOnTerm(reader, '本地的語言')).innerText();
    expect(card).toContain('local languages');
    expect(card).toContain('某部雙語詞彙');
    expect(card).toContain(label('packStatus.official'));
    await leaveTerm(reader);
    await reader.close();

    await page.bringToFront();
    const saved = await saveFileAs(page, label('export.open.pack', { title: '某部雙語詞彙' }), 'tbx-2008');
    const file = join(folder, 'desk.tbx');
    copyFileSync(saved.path, file);
    expect(omegatPairs(file, 'zh-TW', 'en')).toEqual(pairs);
    await wizard.getByRole('button', { name: label('library.undo'), exact: true }).click();
    await wizard.getByText(label('intake.undone')).waitFor();
    expect(session.browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
    const again = await session.browser.open(sampleAddress);
    await waitUntil(
      'its term is marked no longer',
      () => waitForTerms(again),
      (terms) => terms.includes('主權AI') && !terms.includes('本地的語言'),
    );
  });
});
