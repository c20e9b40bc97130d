import type { Concept } from '../../../glossary/concept.ts';
import type { GlossaryEntry } from '../../../glossary/entry.ts';
import type { PackRecord } from '../../../glossary/pack-record.ts';
import { preferredTerm } from '../../../glossary/preferred-term.ts';
import type { Highlight } from '../../../highlights/highlight.ts';
import type { Graph } from '../../../initiatives/graph.ts';
import { entryOfConcept } from '../../../interchange/records/from-concept.ts';
import { exchangeOfEntry } from '../../../interchange/records/glossary-entry.ts';
import type { InterfaceLanguage, Texts } from '../../shared/texts.ts';
import type { LibraryPorts } from '../ports.ts';
import type { ExportScope, ExportSubject, RecordsPart } from './export-ports.ts';

/** Records in one part: handing over more at once would hold the page up. */
const PART = 200;

function* inParts<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += PART) yield rows.slice(at, at + PART);
}

/** Highlights part by part, with the versions of pages that they were made on. */
async function* highlightParts(
  highlights: readonly Highlight[],
  readPages: LibraryPorts['readPages'],
): AsyncGenerator<RecordsPart> {
  const given = new Set<string>();
  for (const part of inParts(highlights)) {
    const hashes = part.flatMap(({ page, found }) => [page ?? [], found?.page ?? []].flat());
    const wanted = [...new Set(hashes)].filter((hash) => !given.has(hash));
    for (const hash of wanted) given.add(hash);
    yield { highlights: part, pages: wanted.length > 0 ? await readPages(wanted) : [] };
  }
}

/** Lists of highlights that may be exported, by what they are: selected, shown, all. */
export function highlightSubject(
  lists: Readonly<Partial<Record<'selected' | 'shown' | 'all', readonly Highlight[]>>>,
  { t, graph, readPages }: Pick<LibraryPorts, 't' | 'graph' | 'readPages'>,
): ExportSubject {
  const scopes = (['selected', 'shown', 'all'] as const).flatMap((id): ExportScope[] => {
    const list = lists[id];
    if (!list) return [];
    const parts = () => highlightParts(list, readPages);
    return [{ id, label: t(`export.${id}`), count: list.length, parts }];
  });
  return { kind: 'highlights', title: t('library.highlights'), edition: graph.pack.edition, scopes };
}

function* conceptParts(
  { pack }: Graph,
  concepts: readonly Concept[],
  language: 'zh-Hant' | 'en',
): Generator<RecordsPart> {
  const sources = new Map(pack.sources.map((source) => [source.id, source]));
  const subjects = new Map(pack.subjects.map(({ id, label }) => [id, label[language]]));
  for (const part of inParts(concepts))
    yield {
      entries: part.map((concept) => ({
        ...entryOfConcept(concept, sources),
        // In a foreign program nobody knows our ids of subjects.
        subject: subjects.get(concept.subject) ?? concept.subject,
      })),
    };
}

/** The bundled glossary. */
export function bundledSubject({ t, graph, language }: LibraryPorts): ExportSubject {
  const own = language === 'en' ? 'en' : 'zh-Hant';
  const { title, edition, concepts } = graph.pack;
  const parts = () => conceptParts(graph, concepts, own);
  const scopes = [{ id: 'bundled', label: t('export.bundled'), count: concepts.length, parts }];
  return { kind: 'glossary', title: title[own], edition, scopes };
}

/** The terms of a page: bundled concepts by id, and entries of other glossaries, which `readEntries` gives. */
export function pageTermsSubject(
  ids: readonly string[],
  pageTitle: string,
  readEntries: (ids: readonly string[]) => Promise<readonly GlossaryEntry[]>,
  { t, graph, language }: { t: Texts; graph: Graph; language: InterfaceLanguage },
): ExportSubject {
  const concepts = ids.flatMap((id) => graph.concept(id) ?? []);
  const others = ids.filter((id) => !graph.concept(id));
  async function* parts(): AsyncGenerator<RecordsPart> {
    yield* conceptParts(graph, concepts, language === 'en' ? 'en' : 'zh-Hant');
    for (const part of inParts(others)) yield { entries: (await readEntries(part)).map(exchangeOfEntry) };
  }
  const scopes = [{ id: 'page', label: t('panel.pageTerms'), count: ids.length, parts }];
  return { kind: 'glossary', title: pageTitle || t('panel.pageTerms'), edition: graph.pack.edition, scopes };
}

/** The reader's own glossary. */
export function ownSubject(
  entries: readonly GlossaryEntry[],
  { t, graph }: Pick<LibraryPorts, 't' | 'graph'>,
): ExportSubject {
  function* parts(): Generator<RecordsPart> {
    for (const part of inParts(entries)) yield { entries: part.map(exchangeOfEntry) };
  }
  const scopes = [{ id: 'mine', label: t('export.mine'), count: entries.length, parts }];
  return { kind: 'glossary', title: t('export.mine'), edition: graph.pack.edition, scopes };
}

/** An imported pack. */
export function packSubject({ id, title, edition, count }: PackRecord): ExportSubject {
  const scopes = [{ id, label: title, count, parts: () => [{ pack: id }] }];
  return { kind: 'glossary', title, edition: edition || '–', scopes };
}

/** Names of bodies by concept id. */
export function agencyNamesOf({ pack }: Graph): (language: 'zh' | 'en') => ReadonlyMap<string, string> {
  return (language) =>
    new Map(
      pack.concepts
        .filter(({ kind }) => kind === 'organisation')
        .map((concept) => [concept.id, preferredTerm(concept, language === 'en' ? 'en' : 'zh-Hant').text]),
    );
}
