import english from '../assets/locales/en/check.json' with { type: 'json' };
import { preferredTerm } from '../src/glossary/preferred-term.ts';
import { exportFile } from '../src/interchange/export-file.ts';
import type { BuildFacts, BuiltFile } from '../src/interchange/format.ts';
import { entryOfConcept } from '../src/interchange/records/from-concept.ts';
import { formatOfName } from '../src/interchange/registry.ts';
import { writeTableReport } from '../src/interchange/table-report.ts';
import { recogniseText } from '../src/matching/recognised-text.ts';
import { type Candidate, findCandidates } from '../src/termwork/candidates.ts';
import { checkReport, type Say } from '../src/termwork/check-report.ts';
import { checkTranslation, type TranslationCheck } from '../src/termwork/check-translation.ts';
import type { RecognisedBlocks } from '../src/termwork/recognised.ts';
import { languageOf } from '../src/termwork/text-language.ts';
import { blocksOfFile, type ScanGlossary, type ScanRow } from './scan-file.ts';

/** Looks English words up and fills in their blanks. */
const say: Say = (key, blanks = {}) => {
  let found: unknown = english;
  for (const part of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[part];
  return typeof found === 'string'
    ? found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(blanks[name] ?? ''))
    : key;
};

function factsFor(glossary: ScanGlossary, title: string, now: Date): BuildFacts {
  return {
    kind: 'glossary',
    exportedAt: now.toISOString(),
    edition: glossary.pack.edition,
    title,
    language: 'en',
    layout: 'terms',
    direction: 'zh-en',
    currentOnly: false,
    agencyName: (id) => {
      const concept = glossary.concepts.get(id);
      return concept && preferredTerm(concept, 'en')?.text;
    },
  };
}

/** The concepts of a scan as a term list in the format that the name of `output` asks for. Throws when there is none. */
export async function termList(
  rows: readonly ScanRow[],
  output: string,
  glossary: ScanGlossary,
  now: Date,
): Promise<BuiltFile> {
  const format = formatOfName(output, 'glossary');
  if (!format) throw new Error(`${output}: no format of a term list ends so`);
  const sources = new Map(glossary.pack.sources.map((source) => [source.id, source]));
  const ids = new Set(rows.map(({ conceptId }) => conceptId));
  const entries = [...ids].flatMap((id) => {
    const concept = glossary.concepts.get(id);
    return concept ? [entryOfConcept(concept, sources)] : [];
  });
  const { files } = await exportFile(format, { highlights: [], entries }, factsFor(glossary, 'Terms', now));
  const [file] = files;
  if (!file) throw new Error(`${output}: nothing to write`);
  return file;
}

/** A file as it was read. */
export interface ReadFile {
  readonly name: string;
  readonly text: string;
  readonly html: boolean;
}

function recognised({ text, html }: ReadFile, glossary: ScanGlossary): RecognisedBlocks {
  const blocks = blocksOfFile(text, html);
  return { text: blocks, ...recogniseText(glossary.index, glossary.terms, blocks) };
}

/** Candidates for new entries in a file. */
export function candidatesOf(file: ReadFile, glossary: ScanGlossary): Candidate[] {
  return findCandidates(recognised(file, glossary));
}

/** A check of two language versions of a text; the report as a file when `output` names one. */
export interface FileCheck {
  readonly check: TranslationCheck;
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly string[];
  readonly report?: BuiltFile;
}

/** Checks a translation in files. Throws when both are in the same language or `output` ends neither in .ods nor .html. */
export function checkFiles(
  source: ReadFile,
  target: ReadFile,
  output: string | undefined,
  glossary: ScanGlossary,
  now: Date,
): FileCheck {
  const [from, to] = [recognised(source, glossary), recognised(target, glossary)];
  const [sourceLanguage, language] = [languageOf(from.text), languageOf(to.text)];
  if (sourceLanguage === language) throw new Error(say('check.sameLanguage'));
  const check = checkTranslation(from, to, language, {
    termsOf: (id) => glossary.concepts.get(id)?.terms ?? [],
  });
  const texts = {
    source: { name: source.name, text: from.text },
    target: { name: target.name, text: to.text },
  };
  const report = checkReport(check, texts, say);
  if (output === undefined) return { check, ...report };
  const format = /\.(ods|html)$/i.exec(output)?.[1]?.toLowerCase();
  if (!format) throw new Error(`${output}: a report ends in .ods or .html`);
  const facts = factsFor(glossary, say('check.reportTitle'), now);
  return { check, ...report, report: writeTableReport(format as 'ods' | 'html', report, facts) };
}
