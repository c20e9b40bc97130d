import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleHead, isDivision } from '../../../src/text/article.ts';

describe('the head of an article', () => {
  it.each([
    ['第 10 條', '10'],
    ['第十條', '10'],
    ['第一百二十三條', '123'],
    ['第１０條', '10'],
    ['第 10-1 條', '10-1'],
    ['第10條之1', '10-1'],
    ['第十條之一', '10-1'],
    ['第 10 條 之 1', '10-1'],
    ['第十條　主管機關應…', '10'],
    ['第 5 條（主管機關）', '5'],
    ['Article 10', '10'],
    ['ARTICLE 10', '10'],
    ['Article 10-1', '10-1'],
    ['Article 10.', '10'],
    ['Article 10 (Definitions)', '10'],
    ['Art. 3: The Act', '3'],
    // References, and what only looks alike.
    ['第十條第一項所稱機關', undefined],
    ['第十條之規定', undefined],
    ['第十條所定', undefined],
    ['Article 10 of the Act applies.', undefined],
    ['Articles 10 to 12', undefined],
    ['依第十條', undefined],
    ['第 10 項', undefined],
    ['第條', undefined],
    ['', undefined],
  ])('%s', (line, number) => {
    expect(articleHead(line)?.number).toBe(number);
  });

  it('is the same number in both languages', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.option(fc.integer({ min: 1, max: 20 })),
        (n, inner) => {
          const zh = articleHead(`第 ${n}${inner ? `-${inner}` : ''} 條`)?.number;
          expect(zh).toBe(articleHead(`Article ${n}${inner ? `-${inner}` : ''}`)?.number);
          expect(zh).toBe(inner ? `${n}-${inner}` : `${n}`);
        },
      ),
    );
  });
});

describe('a division', () => {
  it.each([
    ['第 一 章 總則', true],
    ['第二節 罰則', true],
    ['Chapter I. General Provisions', true],
    ['CHAPTER 2 Penalties', true],
    ['第 1 條', false],
    ['Chapters are numbered.', false],
    ['Section heads shall attend.', false],
  ])('%s', (line, expected) => {
    expect(isDivision(line)).toBe(expected);
  });
});
