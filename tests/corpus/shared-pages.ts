import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageServer } from '../support/page-server.ts';

const folder = join(import.meta.dirname, '../../../shared/pages');

/** The saved pages. */
export const sharedPages: readonly { file: string; encoding: string }[] = JSON.parse(
  readFileSync(join(folder, 'index.json'), 'utf8'),
);

/** The same page on a site that the extension reads, and on one that it does not. */
export const READ = 'http://www.ndc.gov.tw/';
export const PLAIN = 'http://plain.example/';

/** What the reader of a page says of itself. `longestTask`: ms. */
export interface ReadingStatus {
  readonly occurrences: number;
  readonly isReading: boolean;
  readonly longestTask: number;
}

/** Serves every saved page on both sites, in its own encoding. */
export function serveSharedPages(server: PageServer): void {
  for (const { file, encoding } of sharedPages) {
    const body = readFileSync(join(folder, file));
    for (const site of [READ, PLAIN])
      server.serve(site + file, { body, type: 'text/html', charset: encoding });
  }
}

/** Keeps what was found, a row for each page: its name, terms, longest task in ms. */
export function keepReport(name: string, rows: readonly string[]): void {
  const reports = join(import.meta.dirname, '../../.output/reports');
  mkdirSync(reports, { recursive: true });
  writeFileSync(join(reports, name), `page\tterms\tlongest task of ours, ms\n${rows.join('\n')}\n`);
}
