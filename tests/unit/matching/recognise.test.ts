import { describe, expect, it } from 'vitest';
import { changeIndex } from '../../../src/matching/change-index.ts';
import { compileSteps, compileTerms } from '../../../src/matching/compile.ts';
import { ImageError, openImage, readImage } from '../../../src/matching/image.ts';
import { candidates, rankCandidates, recognise } from '../../../src/matching/recognise.ts';
import { advice, indexOf, surfaces, term } from '../../support/match-terms.ts';

/** Makes a block so long that its neighbours do not speak for it. */
const far = '，'.repeat(80);

describe('recognise: Chinese', () => {
  const cases: [string, string[], string, string[]][] = [
    [
      'longest at the leftmost place',
      ['數位', '數位發展', '數位發展部'],
      '數位發展部與數位發展',
      ['數位發展部', '數位發展'],
    ],
    ['variants and Simplified', ['臺灣', '數位發展部'], '台湾的数位发展部', ['台湾', '数位发展部']],
    ['white space and line ends inside', ['數位發展部'], '數 位\n發　展\u200b部', ['數 位\n發　展\u200b部']],
    [
      'width, case and radicals',
      ['AI新十大建設', '人工智慧'],
      'ａｉ新十大建設與⼈⼯智慧',
      ['ａｉ新十大建設', '⼈⼯智慧'],
    ],
    ['space between Latin and Chinese', ['AI新十大建設'], '推動 AI 新十大建設', ['AI 新十大建設']],
    ['not across blocks', ['數位發展部'], '數位\u2029發展部', []],
    [
      'quotation marks inside a name',
      ['AI新十大建設推動方案'],
      '「AI新十大建設」推動方案',
      ['AI新十大建設」推動方案'],
    ],
    ['not across unpaired quotation marks', ['國家發展'], '「安全國家」發展', []],
    ['words that Simplified merges', ['里長', '標準'], '這裡長大，里長，标准', ['里長', '标准']],
    ['digits are words', ['2.0版', '智慧國家2.0'], '12.0版 智慧國家2.01 智慧國家2.0。', ['智慧國家2.0']],
  ];
  it.each(cases)('%s', (_name, terms, text, expected) => {
    expect(surfaces(terms, text)).toEqual(expected);
  });
});

describe('recognise: English', () => {
  const cases: [string, string[], string, string[]][] = [
    ['word edges', ['policy'], 'policymaker, bio-policy, policy', ['policy', 'policy']],
    [
      'plural',
      ['data centre', 'policy', 'bus'],
      'data centres, policies, buses',
      ['data centres', 'policies', 'buses'],
    ],
    [
      'possessive',
      ['Executive Yuan'],
      "the Executive Yuan's and Executive Yuan’s",
      ['Executive Yuan', 'Executive Yuan'],
    ],
    [
      'hyphen or space',
      ['cross-border data'],
      'cross border data, Cross‑Border\ndata',
      ['cross border data', 'Cross‑Border\ndata'],
    ],
    [
      'soft hyphen',
      ['information'],
      'infor\u00admation and infor-\nmation',
      ['infor\u00admation', 'infor-\nmation'],
    ],
    ['leading article', ['the Executive Yuan'], 'Executive Yuan', ['Executive Yuan']],
    ['acronyms are exact', ['APEC'], 'APEC apec Apec APECs', ['APEC', 'APECs']],
    ['plural of a word that is an acronym', ['AIDS', 'aid'], 'AIDS, aids; aids.', ['AIDS', 'aids', 'aids']],
    ['single capitalised words', ['Trust'], 'trust Trust TRUST', ['Trust', 'TRUST']],
    ['not inside addresses', ['moda'], 'moda.gov.tw info@moda x.moda moda.', ['moda']],
  ];
  it.each(cases)('%s', (_name, terms, text, expected) => {
    expect(surfaces(terms, text)).toEqual(expected);
  });

  it('takes full-width capitals for capitals, also where several terms are written so', () => {
    const terms = [
      term('GPU', { form: 'abbreviation', concept: 'x' }),
      term('GPU', { form: 'abbreviation', lang: 'en', concept: 'x' }),
      term('IoT', { form: 'abbreviation', concept: 'y' }),
    ];
    expect(surfaces(terms, '一萬顆ＧＰＵ與ＩｏＴ；ｇｐｕ、ＩＯＴ')).toEqual(['ＧＰＵ', 'ＩｏＴ']);
  });

  it('marks no name that a longer one of a society or an award goes on from', () => {
    expect(surfaces(['資安', 'open data'], '資安協會、資安基金會；資安協調')).toEqual(['資安']);
    expect(surfaces(['資安', 'open data'], 'the Open Data Alliance, Open Data Awards, open data')).toEqual([
      'open data',
    ]);
  });

  it('marks a common-word abbreviation only beside its full form', () => {
    const terms = [
      term('IT', { form: 'abbreviation', concept: 'x' }),
      term('information technology', { concept: 'x' }),
    ];
    expect(surfaces(terms, 'WHO IS IT?')).toEqual([]);
    expect(surfaces(terms, 'IT is information technology')).toEqual(['IT', 'information technology']);
    expect(surfaces(terms, 'IT', { seen: new Set([1]) })).toEqual(['IT']);
  });

  it('marks a short form that may mean something else only beside a longer form', () => {
    const nearLonger = advice({ mark: 'context' });
    const terms = [
      term('工程會', { form: 'short', concept: 'x', advice: nearLonger }),
      term('行政院公共工程委員會', { concept: 'x' }),
      term('公工會', { form: 'short', concept: 'x' }),
      term('部', { form: 'short', concept: 'y' }),
      term('數位發展部', { concept: 'y' }),
    ];
    expect(surfaces(terms, '社區工程會議。工程會。')).toEqual([]);
    expect(surfaces(terms, '行政院公共工程委員會說明：工程會已回覆。')).toEqual([
      '行政院公共工程委員會',
      '工程會',
    ]);
    expect(surfaces(terms, '公工會與工程會')).toEqual(['公工會']);
    expect(surfaces(terms, '部內規定')).toEqual([]);
    expect(surfaces(terms, '數位發展部（下稱部）')).toEqual(['數位發展部', '部']);
    expect(surfaces(terms, '工程會', { seen: new Set([1]) })).toEqual(['工程會']);
  });
});

describe('recognise: abbreviations with cues', () => {
  const terms = [
    term('PDPC', {
      form: 'abbreviation',
      concept: 'x',
      advice: advice({ mark: 'context', near: ['Taiwan'] }),
    }),
    term('Personal Data Protection Commission', { concept: 'x' }),
  ];
  const text = `Personal Data Protection Commission (the "PDPC").\u2029${'-'.repeat(300)}\u2029The PDPC`;

  it('marks them far from any cue once they were written out on the page', () => {
    expect(surfaces(terms, 'The PDPC')).toEqual([]);
    expect(surfaces(terms, 'The PDPC of Taiwan')).toEqual(['PDPC']);
    expect(surfaces(terms, text)).toEqual(['Personal Data Protection Commission', 'PDPC', 'PDPC']);
    expect(surfaces(terms, 'The PDPC', { seen: new Set([1]) })).toEqual(['PDPC']);
  });

  it('takes no section number for one', () => {
    const institute = [
      term('III', {
        form: 'abbreviation',
        concept: 'x',
        advice: advice({ mark: 'context', near: ['Taiwan'] }),
      }),
      term('Institute for Information Industry', { concept: 'x' }),
    ];
    expect(surfaces(institute, `The Institute for Information Industry${far}\u2029III. Conclusion`)).toEqual([
      'Institute for Information Industry',
    ]);
  });

  it('knows the longer form also of terms that were added to a compiled index', () => {
    const base = [term('policy', { concept: 'y' }), term('plan', { concept: 'z' })];
    const added = (read: string): number =>
      recognise(
        changeIndex(openImage(compileTerms(base)), { added: terms, textOf: (at) => base[at]?.text ?? '' }),
        read,
      ).length / 3;
    expect(added('policy, plan, PDPC')).toBe(2);
    expect(added(text)).toBe(3);
  });
});

describe('recognise: judgement', () => {
  it('obeys advice', () => {
    const terms = [
      term('信任', { advice: advice({ mark: 'context', near: ['智慧國家', 'Smart Nation'] }) }),
      term('智慧國', { advice: advice({ notBefore: ['家', '2.0'], notAfter: ['非'] }) }),
      term('健康', { advice: advice({ mark: 'never' }) }),
    ];
    expect(surfaces(terms, `信任${far}\u2029智慧國家的信任\u2029健康\u2029非智慧國與智慧國`)).toEqual([
      '信任',
      '智慧國',
    ]);
    expect(surfaces(terms, '信任', { context: 'SMART NATION' })).toEqual(['信任']);
  });

  it('falls back to a shorter term when the longer one is not to be marked', () => {
    const terms = [
      term('數位經濟'),
      term('數位經濟框架', { advice: advice({ mark: 'context', near: ['新加坡'] }) }),
    ];
    expect(surfaces(terms, `數位經濟框架${far}\u2029新加坡數位經濟框架`)).toEqual([
      '數位經濟',
      '數位經濟框架',
    ]);
  });

  it('leaves names of other countries alone', () => {
    const terms = [term('憲法', { jurisdiction: 'TW' }), term('Ministry of Health', { jurisdiction: 'TW' })];
    expect(surfaces(terms, '德國憲法、我國憲法、日本的憲法、憲法')).toEqual(['憲法', '憲法']);
    expect(surfaces(terms, "Singapore's Ministry of Health, the Ministry of Health of Japan")).toEqual([]);
    expect(surfaces(terms, '德國憲法與憲法；憲法')).toEqual(['憲法']);
  });

  it('chooses between homonyms by the country named', () => {
    const terms = [
      term('智慧國家2.0', { concept: 'tw', jurisdiction: 'TW' }),
      term('智慧國家2.0', { concept: 'sg', jurisdiction: 'SG' }),
    ];
    const { index } = indexOf(terms);
    const found = (text: string, jurisdiction?: string): number | undefined =>
      recognise(index, text, jurisdiction ? { jurisdiction } : {})[2];
    expect(found('智慧國家2.0')).toBe(0);
    expect(found('新加坡智慧國家2.0')).toBe(1);
    expect(found('新加坡於2024年推出智慧國家2.0')).toBe(1);
    expect(found('智慧國家2.0', 'SG')).toBe(1);
    expect(found('臺灣的智慧國家2.0', 'SG')).toBe(0);
    expect([...candidates(index, 1)]).toEqual([0, 1]);
    expect(rankCandidates(index, [0, 1], '新加坡智慧國家2.0', 3, 10)).toEqual([
      { term: 1, reason: 'named-beside' },
      { term: 0, reason: 'exact-form' },
    ]);
  });

  it('leaves a name inside a longer one alone', () => {
    expect(surfaces(['數位發展部'], '數位發展部組織法')).toEqual([]);
  });

  it('marks nothing that is excluded', () => {
    expect(surfaces(['數位', '數位發展部'], '數位發展部', { excluded: new Set([1]) })).toEqual(['數位']);
  });
});

describe('image', () => {
  const image = compileTerms([term('數位發展部'), term('policy')]);

  it('is the same when built in steps', () => {
    const steps = compileSteps([term('數位發展部'), term('policy')]);
    let step = steps.next();
    while (!step.done) step = steps.next();
    expect(new Uint8Array(step.value)).toEqual(new Uint8Array(image));
  });

  const damage: [string, (copy: Uint8Array) => ArrayBuffer][] = [
    ['not-an-image', () => new ArrayBuffer(8)],
    [
      'not-an-image',
      (copy) => {
        copy[0] = 0;
        return copy.buffer as ArrayBuffer;
      },
    ],
    [
      'wrong-version',
      (copy) => {
        copy[4] = 99;
        return copy.buffer as ArrayBuffer;
      },
    ],
    ['truncated', (copy) => copy.buffer.slice(0, copy.length - 4) as ArrayBuffer],
    ['damaged', (copy) => copy.fill(0x5a, 400, 404).buffer as ArrayBuffer],
    ['damaged', (copy) => copy.fill(0xff, copy.length - 512).buffer as ArrayBuffer],
  ];
  it.each(damage)('is refused when %s', async (code, change) => {
    const open = (): unknown => openImage(change(new Uint8Array(image.slice(0))));
    expect(open).toThrow(ImageError);
    expect(open).toThrow(code);
    await expect(readImage(new Blob([change(new Uint8Array(image.slice(0)))]))).rejects.toThrow(code);
  });

  /** A Blob of the image's size that is read as this stream. */
  const readAs = (stream: ReadableStream<Uint8Array<ArrayBuffer>>): Blob =>
    Object.assign(new Blob([image]), { stream: () => stream });

  it('is refused when less of it comes than was stored', async () => {
    await expect(readImage(readAs(new Blob([image.slice(0, 70_000)]).stream()))).rejects.toThrow('truncated');
    await expect(readImage(readAs(new Blob([]).stream()))).rejects.toThrow('not-an-image');
  });

  it('is refused with the words of the store when that stops reading', async () => {
    const source: UnderlyingByteSource = {
      type: 'bytes',
      start: (controller) => controller.enqueue(new Uint8Array(image.slice(0, 70_000))),
      pull: (controller) => controller.error(new DOMException('gone', 'NotReadableError')),
    };
    const failure = { name: 'NotReadableError', message: 'gone' };
    await expect(readImage(readAs(new ReadableStream(source)))).rejects.toMatchObject(failure);
  });

  it('is the same when it was stored', async () => {
    const read = await readImage(new Blob([image]));
    expect(read.image.bytes).toEqual(new Uint8Array(image));
    const hits = recognise(openImage(image), '數位發展部 policy');
    expect(hits.length).toBe(6);
    expect(recognise(read, '數位發展部 policy')).toEqual(hits);
  });
});

describe('a term beside more of a name', () => {
  const cases: [string, string, boolean][] = [
    ['moda.gov.tw', 'moda', false],
    ['www.moda', 'moda', false],
    ['info@moda', 'moda', false],
    ['ai_model', 'ai', false],
    ['3.5G', '5G', false],
    ['2.0.1', '2.0', false],
    ['the policy.The Ministry', 'Ministry', true],
    ['the policy.The Ministry', 'policy', true],
    ['moda.', 'moda', true],
    ['AI/ML', 'AI', true],
    ['數位發展部組織法', '數位發展部', false],
    ['数位发展部组织法', '數位發展部', false],
    ['數位發展部 組織法', '數位發展部', false],
    ['數位發展部組織改造', '數位發展部', true],
    ['數位發展部，組織法', '數位發展部', true],
    ['數位發展部\u2029組織法', '數位發展部', true],
    ['the Digital Ministry Organization Act', 'Digital Ministry', false],
    ['the Digital Ministry\norganization act', 'Digital Ministry', false],
    ['the Digital Ministry Organization Actuary', 'Digital Ministry', true],
    ['the Digital Ministry organizes', 'Digital Ministry', true],
  ];
  it.each(cases)('%j: %s is marked: %s', (text, wording, expected) => {
    expect(surfaces([wording], text)).toHaveLength(expected ? 1 : 0);
  });

  it('is told from it wherever it lies in the windows of the scan', () => {
    const { index } = indexOf(['Digital Ministry']);
    const long = `Digital${' '.repeat(1009)}Ministry`;
    for (let before = 2900; before < 3200; before++) {
      const text = `${'。'.repeat(before)}${long} Organization Act${'。'.repeat(2000)}`;
      expect(recognise(index, text), String(before)).toHaveLength(0);
      expect(recognise(index, text.replace('Act', 'Actuary')), String(before)).toHaveLength(3);
    }
  });
});
