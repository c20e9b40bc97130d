import { describe, expect, it } from 'vitest';
import { contextOfFile, scanText } from '../../../scripts/scan-file.ts';
import { loadScanGlossary } from '../../../scripts/scan-glossary.ts';
import { candidatesOf, checkFiles, termList } from '../../../scripts/scan-report.ts';
import { importFile } from '../../../src/interchange/import-file.ts';

const glossary = loadScanGlossary();
const now = new Date('2026-11-21T00:00:00Z');
const file = (name: string, text: string, html = false) => ({ name, text, html });
const zh = file('zh.txt', '數位發展部今天公布國家語言發展法的報告。');

describe('what a text stands under', () => {
  it.each([
    ['title and headings', '<title>A</title><h1>B <i>c</i></h1><p>D</p><h2>E</h2>', true, ['A', 'B c', 'E']],
    ['the first block and Markdown headings', '\nA\nB\n \nC\n\n## D\n', false, ['A\nB', '## D']],
    ['nothing', '', false, ['']],
  ])('is %s', (_name, text, html, expected) => {
    expect(contextOfFile(text, html)).toBe(expected.join('\u2029'));
  });

  it('speaks for words far below it', () => {
    const article = `第 2 條\n本法之主管機關為行政院。${'，'.repeat(80)}`;
    const far = `第 5 條\n主管機關應規劃。${'，'.repeat(80)}`;
    const marks = (text: string): number =>
      scanText('law.txt', text, false, glossary).filter(
        ({ conceptId }) => conceptId === 'tw.competent-authority',
      ).length;
    expect(marks(`資通安全管理法\n\n${article}\n\n${far}`)).toBe(2);
    expect(marks(`說明\n\n${far}`)).toBe(0);
  });
});

describe('reports of a scan', () => {
  it('writes the concepts found as a term list', async () => {
    const rows = scanText(zh.name, zh.text, false, glossary);
    const { content } = await termList(rows, 'list.csv', glossary, now);
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const { reading } = await importFile({ name: 'list.csv', bytes });
    const ids = reading.taken.map(({ entry }) => entry.terms.map(({ text }) => text));
    expect(ids).toHaveLength(new Set(rows.map(({ conceptId }) => conceptId)).size);
    expect(ids.flat()).toContain('Ministry of Digital Affairs');
  });

  it('says when a name asks for no format', async () => {
    await expect(termList([], 'list.pdf', glossary, now)).rejects.toThrow('list.pdf');
  });

  it('checks a translation and writes the report', () => {
    const en = file(
      'en.html',
      '<p>The digital ministry published a report on the Development of National Languages Act.</p>',
      true,
    );
    const { check, rows, report } = checkFiles(zh, en, 'report.html', glossary, now);
    expect(check.findings.map(({ kind, term }) => [kind, term])).toEqual([['missing', '數位發展部']]);
    expect(rows).toHaveLength(2);
    expect(report?.content).toContain('Ministry of Digital Affairs');
  });

  it.each([
    ['report.pdf', file('en.txt', 'The Ministry of Digital Affairs'), 'report.pdf'],
    [undefined, file('b.txt', '數位發展部'), 'same language'],
  ])('refuses %s', (output, target, message) => {
    expect(() => checkFiles(zh, target, output, glossary, now)).toThrow(message);
  });

  it('lists candidates', () => {
    const text = '本部推動數位韌性輔導團（Digital Resilience Corps）。';
    expect(candidatesOf(file('a.txt', text), glossary)[0]).toMatchObject({
      zh: '數位韌性輔導團',
      en: 'Digital Resilience Corps',
    });
  });
});
