import type { Concept } from '../../glossary/concept.ts';
import type { Citation, Source } from '../../glossary/source.ts';
import type { ExchangeEntry, ExchangeTerm } from './exchange-entry.ts';

type Sources = ReadonlyMap<string, Source>;

/** A citation in words: body, title, date, place, address. An unknown source is named by its id. */
export function citationText(citation: Citation | undefined, sources: Sources): string {
  if (!citation) return '';
  const source = sources.get(citation.id);
  if (!source) return [citation.id, citation.at].filter(Boolean).join(', ');
  const title = 'zh-Hant' in source.title ? source.title['zh-Hant'] : source.title.en;
  return [source.body['zh-Hant'], title, source.date, citation.at, source.url].filter(Boolean).join(', ');
}

function termOf(term: Concept['terms'][number], sources: Sources): ExchangeTerm {
  return {
    lang: term.lang,
    text: term.text,
    form: term.form,
    status: term.status,
    source: citationText(term.source, sources),
    usage: term.usage ? [term.usage['zh-Hant'], term.usage.en].filter(Boolean).join(' / ') : '',
    partOfSpeech: '',
    region: '',
    from: term.from ?? '',
    to: term.to ?? '',
    contexts: [],
  };
}

/** What a concept says beyond terms, definition and note: kept by name so that its loss can be told. */
function otherFacts(concept: Concept): ExchangeEntry['other'] {
  const facts: ExchangeEntry['other'] = [];
  const add = (name: string, value: string | undefined) => {
    if (value) facts.push({ name, value });
  };
  add('kind', concept.kind);
  add('jurisdiction', concept.jurisdiction);
  add('parent', concept.parent);
  add('start', concept.start);
  add('end', concept.end);
  for (const id of concept.initiatives) add('initiative', id);
  for (const id of concept.related) add('related', id);
  for (const id of concept.lead) add('lead', id);
  for (const { type, to } of concept.relations) add('relation', `${type} ${to}`);
  for (const { label, value } of concept.figures) add('figure', `${label['zh-Hant']}: ${value['zh-Hant']}`);
  for (const domain of concept.domains) add('domain', domain);
  for (const { text, match } of concept.terms) add('matching', match && `${text}: ${JSON.stringify(match)}`);
  return facts;
}

/** A bundled concept as a record of exchange. `sources` of its pack by id. */
export function entryOfConcept(concept: Concept, sources: Sources): ExchangeEntry {
  return {
    id: concept.id,
    subject: concept.subject,
    definition: { zh: concept.definition['zh-Hant'], en: concept.definition.en },
    note: { zh: concept.note?.['zh-Hant'] ?? '', en: concept.note?.en ?? '' },
    source: concept.sources.map((citation) => citationText(citation, sources)).join('; '),
    terms: concept.terms.map((term) => termOf(term, sources)),
    created: '',
    changed: '',
    other: otherFacts(concept),
  };
}
