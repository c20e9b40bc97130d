import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { archive } from '../../../scripts/archive.ts';

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });

describe('an archive', () => {
  it('is the same bytes whatever the order of its files', () => {
    const files = [file('b.js', 'b'), file('a/c.css', 'c'), file('a.html', '政策')];
    expect(archive(files)).toEqual(archive([...files].reverse()));
  });

  it('holds the files and differs when one does', () => {
    const one = archive([file('a.html', '政策')]);
    expect(new TextDecoder().decode(unzipSync(one)['a.html'])).toBe('政策');
    expect(one).not.toEqual(archive([file('a.html', '政莢')]));
  });
});
