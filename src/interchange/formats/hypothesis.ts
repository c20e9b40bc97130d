import { citedAddress } from '../../highlights/cited-address.ts';
import type { Highlight } from '../../highlights/highlight.ts';
import type { BuildFacts, Format } from '../format.ts';
import { asAnnotated, pageFileNames, portableSelectors, reportPages } from '../highlights/report.ts';
import type { Holding } from '../records/losses.ts';

/** Its importer groups by user; ours has none, so this stands for the file. */
const USER = 'acct:policy-gloss@localhost';

function textOf({ note, concepts }: Highlight): string {
  return [note, ...concepts.map(({ zh, en }) => `${zh} = ${en}`)].filter(Boolean).join('\n\n');
}

function annotationOf(highlight: Highlight) {
  const { document } = highlight;
  return {
    id: highlight.id,
    created: highlight.createdAt,
    updated: highlight.updatedAt,
    user: USER,
    group: '__world__',
    permissions: { read: [USER], update: [USER], delete: [USER] },
    uri: citedAddress(document),
    text: textOf(highlight),
    tags: highlight.tags,
    document: { title: [document.title] },
    // Its own kind of range is not that of the standard, which ours is.
    target: [
      {
        source: citedAddress(document),
        selector: portableSelectors(highlight),
      },
    ],
  };
}

function fileOf(highlights: readonly Highlight[], { exportedAt }: BuildFacts): string {
  const annotations = highlights.map(annotationOf);
  const file = { export_date: exportedAt, export_userid: USER, client_version: 'policy-gloss', annotations };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const holding: Holding = {
  fields: new Set([
    'highlightId',
    'quote',
    'note',
    'tag',
    'title',
    'address',
    'createdAt',
    'updatedAt',
    'quotedTerm',
    'TextQuoteSelector',
    'TextPositionSelector',
  ]),
  text: (value) => value,
  unified: asAnnotated,
};

/** For the import of Hypothesis, which puts all annotations of a file on the page now open: one file a page. */
export const hypothesis: Format = {
  name: 'hypothesis',
  mediaType: 'application/json',
  endings: ['hypothesis.json'],
  kinds: ['highlights'],
  holds: () => holding,
  build: ({ highlights }, facts) => {
    const pages = reportPages(highlights, facts);
    const names = pageFileNames(pages, 'hypothesis.json');
    return pages.map((page, at) => ({ name: names[at] ?? '', content: fileOf(page.highlights, facts) }));
  },
};
