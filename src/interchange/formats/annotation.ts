import { citedAddress } from '../../highlights/cited-address.ts';
import type { Highlight } from '../../highlights/highlight.ts';
import type { BuildFacts, Format } from '../format.ts';
import { colourValue, stateWord } from '../highlights/document-words.ts';
import { asAnnotated, coloursOf, portableSelectors } from '../highlights/report.ts';
import type { Holding } from '../records/losses.ts';

/** The context of the W3C; a key that it does not know is dropped by every JSON-LD reader, so none is used. */
const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

const day = (date: string): string => `${date}T00:00:00Z`;

function bodyOf(
  purpose: 'commenting' | 'tagging' | 'describing' | 'assessing',
  value: string,
  language?: string,
) {
  return { type: 'TextualBody', purpose, value, format: 'text/plain', ...(language ? { language } : {}) };
}

/** Chinese in a comment is likely; a comment without Han characters is left without a language. */
const languageOf = (text: string): string | undefined =>
  /\p{Script=Han}/u.test(text) ? 'zh-Hant' : undefined;

function bodiesOf({ note, tags, concepts, state }: Highlight, { language }: BuildFacts) {
  return [
    // How the words stand on the page: a reader of the file must know whether they are there still.
    bodyOf('assessing', stateWord(state, language), language === 'zh' ? 'zh-Hant' : 'en'),
    ...(note ? [bodyOf('commenting', note, languageOf(note))] : []),
    ...tags.map((tag) => bodyOf('tagging', tag)),
    ...concepts.map(({ zh, en }) => bodyOf('describing', `${zh} = ${en}`, 'zh-Hant')),
  ];
}

function annotationOf(highlight: Highlight, facts: BuildFacts) {
  const { agencyName } = facts;
  const { document } = highlight;
  const [address = ''] = citedAddress(document).split('#');
  const bodies = bodiesOf(highlight, facts);
  const source = {
    id: address,
    type: 'Text',
    format: /\.pdf$/i.test(address) ? 'application/pdf' : 'text/html',
    ...(document.title ? { 'dcterms:title': document.title } : {}),
    ...(document.agency ? { 'dcterms:publisher': agencyName(document.agency) ?? document.agency } : {}),
    ...(document.pageDate ? { 'dcterms:issued': document.pageDate } : {}),
  };
  return {
    '@context': CONTEXT,
    id: `urn:uuid:${highlight.id}`,
    type: 'Annotation',
    motivation: 'highlighting',
    created: highlight.createdAt,
    modified: highlight.updatedAt,
    stylesheet: {
      type: 'CssStylesheet',
      value: coloursOf([highlight])
        .map((colour) => `.highlight-${colour} { background-color: ${colourValue(colour)}; }`)
        .join('\n'),
    },
    body: bodies,
    target: {
      type: 'SpecificResource',
      source,
      styleClass: `highlight-${highlight.colour}`,
      selector: portableSelectors(highlight),
      state: [{ type: 'TimeState', sourceDate: day(document.readOn) }],
    },
  };
}

const holding: Holding = {
  fields: new Set([
    'highlightId',
    'quote',
    'note',
    'tag',
    'colour',
    'state',
    'title',
    'agency',
    'address',
    'pageDate',
    'readOn',
    'createdAt',
    'updatedAt',
    'quotedTerm',
    'TextQuoteSelector',
    'TextPositionSelector',
  ]),
  // The address of a source has no fragment.
  text: (value, field) => (field === 'address' ? (value.split('#')[0] ?? '') : value),
  unified: asAnnotated,
};

/** W3C Web Annotations, as a collection of one page. */
export const annotation: Format = {
  name: 'annotation',
  mediaType: 'application/ld+json',
  endings: ['jsonld'],
  kinds: ['highlights'],
  holds: () => holding,
  build: ({ highlights }, facts) => {
    const id = `urn:policy-gloss:export:${facts.exportedAt.replaceAll(/[^\d]/g, '')}`;
    const items = highlights.map((highlight) => {
      const { '@context': _, ...item } = annotationOf(highlight, facts);
      return item;
    });
    const collection = {
      '@context': CONTEXT,
      id,
      type: 'AnnotationCollection',
      label: facts.title,
      total: items.length,
      first: { id: `${id}:page-1`, type: 'AnnotationPage', startIndex: 0, items },
    };
    return [{ name: 'highlights.jsonld', content: `${JSON.stringify(collection, null, 2)}\n` }];
  },
};

/** One annotation standing alone, with its context: what a server or a validator takes. */
export function singleAnnotation(highlight: Highlight, facts: BuildFacts): unknown {
  return annotationOf(highlight, facts);
}
