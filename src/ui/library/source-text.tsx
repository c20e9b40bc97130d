import type { Citation } from '../../glossary/source.ts';
import { SourceWords } from '../shared/source-words.tsx';
import type { LibraryPorts } from './ports.ts';

/** A cited document in words: body, title, place, date; a link where it can be read. */
export function SourceText({ citation, ports }: { citation: Citation; ports: LibraryPorts }) {
  const source = ports.graph.source(citation.id);
  if (!source) return <span>{citation.id}</span>;
  const own = ports.language === 'en' ? 'en' : 'zh-Hant';
  const title: { 'zh-Hant'?: string; en?: string } = source.title;
  const words = [source.body[own], title[own] ?? title['zh-Hant'] ?? title.en, citation.at];
  const text = <SourceWords words={words} date={source.date} />;
  return source.url ? (
    <a href={source.url} target="_blank" rel="noreferrer">
      {text}
    </a>
  ) : (
    <span>{text}</span>
  );
}
