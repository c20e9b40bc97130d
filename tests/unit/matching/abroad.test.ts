import { describe, expect, it } from 'vitest';
import { isAbout, isAbroad } from '../../../src/matching/abroad.ts';
import { advice, surfaces, term } from '../../support/match-terms.ts';

describe('isAbroad', () => {
  const cases: [string, { text: string; context?: string; jurisdiction?: string }, boolean, boolean][] = [
    ['in a text that names no country', { text: '可以申請電子發票。' }, false, false],
    ['in one that names another country once', { text: '出席日本的會議，也談電子發票。' }, true, false],
    ['in one that names others often', { text: '新加坡推動電子發票，越南也跟進。' }, true, true],
    [
      'where its own is named next to never',
      { text: `${'新加坡的商家。'.repeat(10)}臺灣也來看。\u2029這裡談電子發票。` },
      true,
      true,
    ],
    [
      'where its own is named seldom',
      { text: `${'新加坡的商家。'.repeat(9)}臺灣也來看。\u2029這裡談電子發票。` },
      false,
      false,
    ],
    ['where its own is named as well', { text: '我國與新加坡相比。新加坡的商家開立電子發票。' }, true, false],
    ['where its own is named nearest', { text: '不同於新加坡，我國的電子發票由商家開立。' }, false, false],
    ['under headings of another country', { text: '商家改開電子發票。', context: '新加坡見聞' }, true, true],
    ['under headings of both', { text: '商家改開電子發票。', context: '臺灣與新加坡' }, false, false],
    [
      "on its own country's page, under headings of another",
      { text: '商家改開電子發票。', context: '新加坡見聞', jurisdiction: 'TW' },
      true,
      false,
    ],
    [
      "on its own country's page",
      { text: '新加坡來訪。\u2029新加坡商家來訪。\u2029電子發票', jurisdiction: 'TW' },
      false,
      false,
    ],
    [
      'in a text of the Mainland that says 我国',
      { text: '国务院：我国将推广。电子发票、電子發票' },
      true,
      true,
    ],
    ['in one of Taiwan that says 我国', { text: '行政院：中国的我国人民。电子发票、電子發票' }, false, false],
    ['by bodies that are of one country alone', { text: '工信部、國務院發布，電子發票' }, true, true],
  ];
  it.each(cases)('%s', (_name, about, near, page) => {
    const start = about.text.indexOf('電子發票');
    expect(isAbroad(about, 'TW', 'near', start, start + 4)).toBe(near);
    expect(isAbroad(about, 'TW', 'page', start, start + 4)).toBe(page);
  });
});

describe('isAbout', () => {
  const cases: [string, { text: string; context?: string; jurisdiction?: string }, boolean][] = [
    ['a page of its own', { text: 'The Act.', jurisdiction: 'TW' }, true],
    ["a page of another's", { text: 'Taiwan. Taiwan.', jurisdiction: 'SG' }, false],
    ['its name in the headings', { text: 'The Act.', context: 'Laws of Taiwan' }, true],
    ['another name in the headings', { text: 'Taiwan. Taiwan.', context: 'Taiwan and Singapore' }, false],
    ['its name once', { text: 'Taiwan has an Act.' }, false],
    ['its name as often as others', { text: 'Taiwan, Taipei, Singapore, Japan' }, true],
    ['its name less often', { text: 'Taiwan, Taipei, Singapore, Japan, Korea' }, false],
  ];
  it.each(cases)('%s', (_name, about, expected) => {
    expect(isAbout(about, 'TW')).toBe(expected);
  });
});

describe('a term whose cue is the name of its country', () => {
  const act = term('Cyber Act', {
    jurisdiction: 'TW',
    advice: advice({ mark: 'context', near: ['Taiwan'] }),
  });
  const plan = term('Cyber Plan', {
    jurisdiction: 'TW',
    advice: advice({ mark: 'context', near: ['Legislative Yuan'] }),
  });

  it('needs none on a page of its country; one with other cues does', () => {
    expect(surfaces([act, plan], 'Cyber Act, Cyber Plan', { jurisdiction: 'TW' })).toEqual(['Cyber Act']);
    expect(surfaces([act, plan], 'Cyber Act, Cyber Plan', { jurisdiction: 'SG' })).toEqual([]);
    expect(surfaces([act, plan], 'Cyber Act, Cyber Plan')).toEqual([]);
  });

  it('needs none near in a text about its country', () => {
    expect(
      surfaces(
        [act],
        'Taiwan. Taipei.\u2029'.padEnd(90, '-') + '\u2029'.repeat(2) + 'Cyber Act'.padEnd(70, '.'),
      ),
    ).toEqual(['Cyber Act']);
  });
});

describe('a name that other countries have too', () => {
  const invoice = term('電子發票', { jurisdiction: 'TW', advice: advice({ abroad: 'near' }) });
  const ministry = term('教育部', { jurisdiction: 'TW', advice: advice({ abroad: 'page' }) });
  const own = term('雲市集', { jurisdiction: 'TW' });

  it('is left unmarked in a text about one of them, where the programmes of its own are marked', () => {
    const text =
      '新加坡的商家經由全國網路開立電子發票，越南的老師到教育部開課。\u2029學員也聽了雲市集的介紹。';
    expect(surfaces([invoice, ministry, own], text)).toEqual(['雲市集']);
  });

  it('is marked where its own country stands beside it or is named nearest', () => {
    expect(surfaces([invoice], '新加坡、越南與日本都來看我國電子發票。')).toEqual(['電子發票']);
  });

  it('keeps bodies in a text that names their country somewhere', () => {
    expect(surfaces([ministry], '教育部訪問日本，盼日本與臺灣合作。')).toEqual(['教育部']);
  });
});
