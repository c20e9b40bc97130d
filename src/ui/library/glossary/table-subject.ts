import type { ExchangeEntry } from '../../../interchange/records/exchange-entry.ts';
import { entryOfConcept } from '../../../interchange/records/from-concept.ts';
import { exchangeOfEntry } from '../../../interchange/records/glossary-entry.ts';
import type { ExportScope, ExportSubject, RecordsPart } from '../exchange/export-ports.ts';
import type { LibraryPorts } from '../ports.ts';

/** Entries handed over in one part. */
const PART = 200;

type Ports = Pick<LibraryPorts, 't' | 'graph' | 'language' | 'glossary'>;

/** What the ids of rows stand for: entries of the store, and concepts of the bundled pack. */
async function recordsOf(
  ids: readonly string[],
  { graph, language, glossary }: Ports,
): Promise<ExchangeEntry[]> {
  const own = language === 'en' ? 'en' : 'zh-Hant';
  const sources = new Map(graph.pack.sources.map((source) => [source.id, source]));
  const subjects = new Map(graph.pack.subjects.map(({ id, label }) => [id, label[own]]));
  const stored = new Map((await glossary.getMany(ids)).map((entry) => [entry.id, entry]));
  return ids.flatMap((id): ExchangeEntry[] => {
    const entry = stored.get(id);
    if (entry) return [exchangeOfEntry(entry)];
    const concept = graph.concept(id);
    if (!concept) return [];
    return [
      { ...entryOfConcept(concept, sources), subject: subjects.get(concept.subject) ?? concept.subject },
    ];
  });
}

async function* partsOf(ids: readonly string[], ports: Ports): AsyncGenerator<RecordsPart> {
  for (let at = 0; at < ids.length; at += PART)
    yield { entries: await recordsOf(ids.slice(at, at + PART), ports) };
}

/** What the table shows, or what is selected of it, as the subject of an export. */
export function tableSubject(
  lists: Readonly<Record<'selected' | 'shown', readonly string[]>>,
  ports: Ports,
): ExportSubject {
  const { t, graph } = ports;
  const scopes = (['selected', 'shown'] as const).map(
    (id): ExportScope => ({
      id,
      label: t(`export.${id}`),
      count: lists[id].length,
      parts: () => partsOf(lists[id], ports),
    }),
  );
  return { kind: 'glossary', title: t('library.glossary'), edition: graph.pack.edition, scopes };
}
