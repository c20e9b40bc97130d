import { afterAll, describe, expect, it } from 'vitest';
import { omegatPairs, run, sample, workFolder, written } from './programs.ts';

const { folder, remove } = workFolder();
afterAll(remove);

const pairs = sample.flatMap(({ terms }) => {
  const english = terms.filter(({ lang }) => lang === 'en');
  return english.map(({ text }) => [terms[0]!.text, text]);
});

describe('OmegaT', () => {
  it('finds every pair in TBX 2008', async () => {
    expect(omegatPairs(await written(folder, 'tbx-2008', { entries: sample }), 'zh-TW', 'en')).toEqual(pairs);
  });

  it('finds them from English too', async () => {
    const file = await written(folder, 'tbx-2008', { entries: sample }, { direction: 'en-zh' });
    expect(omegatPairs(file, 'en', 'zh-TW')).toEqual(pairs.map(([zh, en]) => [en, zh]));
  });

  it('finds every pair in its own tables, with the number sign made full-width', async () => {
    const found = omegatPairs(await written(folder, 'omegat', { entries: sample }), 'zh-TW', 'en');
    expect(found).toEqual(pairs.map(([zh, en]) => [zh!.replace('#', '＃'), en]));
  });
});

describe('the Translate Toolkit', () => {
  it('takes the first pair of every concept from TBX 2008', async () => {
    const file = await written(folder, 'tbx-2008', { entries: sample });
    const script =
      'import sys,json\nfrom translate.storage import tbx\nprint(json.dumps([[u.source,u.target] for u in tbx.tbxfile.parsefile(sys.argv[1]).units]))';
    // Debian's own Python: another one on the PATH does not know its packages.
    const found = JSON.parse(run('/usr/bin/python3', ['-c', script, file]));
    expect(found).toEqual(sample.map(({ terms }) => [terms[0]?.text, terms[1]?.text]));
  });
});
