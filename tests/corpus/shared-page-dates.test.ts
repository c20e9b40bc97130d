import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeFile } from '../../scripts/decode-file.ts';
import { parseHtml } from '../../scripts/parsed-html.ts';
import { readBlocks } from '../../src/page/blocks.ts';
import { type DatedPage, dateOfPage } from '../../src/page/page-date.ts';
import { isElement, type ReadableElement, type ReadableNode } from '../../src/page/readable.ts';

const pages = join(import.meta.dirname, '../../../shared/pages');
const TODAY = '2026-07-01';

function* elementsNamed(node: ReadableNode, name: string): Generator<ReadableElement> {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!isElement(child)) continue;
    if (child.nodeName === name) yield child;
    yield* elementsNamed(child, name);
  }
}

/** A saved page as the reader sees it in the browser. */
function savedPage(name: string): DatedPage {
  const root = parseHtml(decodeFile(readFileSync(join(pages, name))));
  const [body] = elementsNamed(root, 'BODY');
  return {
    metas: [...elementsNamed(root, 'META')].map((meta) => ({
      name: meta.getAttribute('name') ?? meta.getAttribute('property') ?? '',
      content: meta.getAttribute('content') ?? '',
    })),
    texts: body ? [...readBlocks(body)].map(({ text }) => text) : [],
  };
}

describe('the date of a saved page', () => {
  it.each([
    ['judicial-scd-press-release.html', '2021-05-04', 'published'],
    ['twcert-article.html', '2024-11-13', 'published'],
    ['archives-organisation.html', '2023-04-04', 'published'],
    ['archives-site-search.html', '2024-08-26', 'updated'],
    ['judicial-tph-fulltext-search.html', '2020-12-04', 'updated'],
    ['mol-relief-4.html', '2021-06-01', 'published'],
    ['npa-air-defense-new.html', '2025-03-21', 'updated'],
    ['ncyu-news-old.html', '2020-09-15', 'updated'],
  ])('%s is %s (%s)', (name, date, kind) => {
    expect(dateOfPage(savedPage(name), TODAY)).toEqual({ date, kind });
  });

  it.each([
    'nmns-group-booking.html',
    'mohw-home-en.html',
    'moda-dbcard-bilingual.html',
    'hcshb-admin-frameset.html',
  ])('%s gives none', (name) => {
    expect(dateOfPage(savedPage(name), TODAY)).toBeUndefined();
  });
});
