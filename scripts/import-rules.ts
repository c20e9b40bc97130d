/**
 * Who may import whom: the house as rules for dependency-cruiser. `docs/architecture.md` explains them; this table is
 * what holds. A room may import itself, the rooms listed and the packages listed, nothing else of ours.
 */
import type { IForbiddenRuleType } from 'dependency-cruiser';

interface Room {
  /** Floor of the house, 0 at the ground: arrows run down, or sideways where `rooms` says so, never up. */
  readonly floor: number;
  /** Rooms that may be imported. */
  readonly rooms: readonly string[];
  /** npm packages that may be imported (`wxt` stands for the browser's API). */
  readonly packages: readonly string[];
}

/** Every folder of `src`. A folder that is not listed here may not exist. */
export const rooms: Readonly<Record<string, Room>> = {
  text: { floor: 0, rooms: [], packages: [] },
  settings: { floor: 0, rooms: [], packages: ['zod'] },
  highlights: { floor: 0, rooms: [], packages: ['zod'] },
  platform: { floor: 0, rooms: [], packages: ['wxt'] },
  glossary: { floor: 1, rooms: ['text'], packages: ['zod'] },
  page: { floor: 1, rooms: ['text'], packages: [] },
  anchoring: { floor: 1, rooms: ['text', 'highlights'], packages: [] },
  matching: { floor: 2, rooms: ['text', 'glossary'], packages: [] },
  initiatives: { floor: 2, rooms: ['glossary'], packages: ['zod', 'd3-hierarchy'] },
  interchange: {
    floor: 2,
    rooms: ['text', 'highlights', 'glossary'],
    // opencc-js: lists in Simplified Chinese, when the reader asks for it, in the worker.
    packages: ['zod', 'papaparse', 'saxes', 'fflate', 'hucre', 'write-excel-file', 'docx', 'opencc-js'],
  },
  termwork: { floor: 2, rooms: ['text', 'glossary'], packages: ['stemmer'] },
  messages: { floor: 2, rooms: ['settings', 'highlights', 'glossary', 'initiatives'], packages: ['zod'] },
  reader: {
    floor: 2,
    rooms: ['text', 'highlights', 'glossary', 'page', 'anchoring', 'twins', 'initiatives'],
    packages: ['uuid'],
  },
  // The page in the other language: where it is, the same place in it, and its sentence.
  twins: { floor: 2, rooms: ['text', 'highlights', 'page'], packages: [] },
  storage: {
    floor: 3,
    rooms: ['text', 'settings', 'highlights', 'glossary', 'matching', 'interchange'],
    // zod: what comes out of the browser's own stores of values is checked.
    packages: ['dexie', 'zod'],
  },
  ui: {
    floor: 3,
    rooms: [
      'text',
      'settings',
      'highlights',
      'glossary',
      'initiatives',
      'interchange',
      'termwork',
      'page',
      'twins',
      'reader',
    ],
    packages: ['preact', '@preact/signals', 'i18next', 'd3-scale', 'diff', '@tanstack/virtual-core'],
  },
};

/** Packages too heavy for a page: the content script must not reach them at run time (types are fine). */
export const packagesKeptOutOfPages = ['zod', 'dexie', 'opencc-js'];

/** Entrypoints that run inside pages: content scripts, and what they send for. */
export const pageEntrypoints = /^entrypoints\/([^/]+\.content(\/|\.tsx?$)|(card|tools|anchoring|twin)\.ts$)/;

const escapePattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Pattern of a package in a resolved path, or of its bare name when it is not installed. */
export function packagePattern(name: string): string {
  return `(^|(^|/)node_modules/)${escapePattern(name)}(/|$)`;
}

/** Style sheets are taken in by the bundler (`card.css?inline`), not by the module system. */
const stylesheets = '\\.css(\\?inline)?$';

function roomRules(name: string, room: Room): IForbiddenRuleType[] {
  const open = [name, ...room.rooms].join('|');
  return [
    {
      name: `rooms-of-${name}`,
      comment: `src/${name} may import of our own: ${room.rooms.join(', ') || 'nothing'}`,
      severity: 'error',
      from: { path: `^src/${name}/` },
      to: { path: '^(src|entrypoints|scripts|tests)/', pathNot: `^src/(${open})/` },
    },
    {
      name: `packages-of-${name}`,
      comment: `src/${name} may import of packages: ${room.packages.join(', ') || 'none'}`,
      severity: 'error',
      from: { path: `^src/${name}/` },
      to: {
        dependencyTypesNot: ['local', 'localmodule', 'core'],
        pathNot: [
          '^(src|entrypoints|scripts|tests|assets)/',
          stylesheets,
          ...room.packages.map(packagePattern),
        ],
      },
    },
  ];
}

/** The forbidden rules that dependency-cruiser checks. */
export const forbidden: IForbiddenRuleType[] = [
  {
    name: 'no-cycles',
    comment: 'Type imports count: a cycle is a cycle for the one who reads',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'resolvable',
    comment: 'An import that cannot be followed cannot be checked',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: stylesheets },
  },
  {
    name: 'a-known-room',
    comment: 'A new folder of src needs a line in scripts/import-rules.ts and in docs/architecture.md',
    severity: 'error',
    from: {},
    to: { path: '^src/', pathNot: `^src/(${Object.keys(rooms).join('|')})/` },
  },
  {
    name: 'nobody-imports-entrypoints',
    severity: 'error',
    from: { pathNot: '^entrypoints/' },
    to: { path: '^entrypoints/' },
  },
  {
    name: 'only-storage-knows-the-database',
    comment: 'A content script would open the database of the page',
    severity: 'error',
    from: { pathNot: '^(src/storage|tests)/' },
    to: { path: packagePattern('dexie') },
  },
  {
    name: 'no-node-in-the-product',
    severity: 'error',
    from: { path: '^(src|entrypoints)/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no-development-package-in-the-product',
    comment: 'wxt is the framework that the product is built with',
    severity: 'error',
    from: { path: '^(src|entrypoints)/' },
    to: { dependencyTypes: ['npm-dev'], pathNot: packagePattern('wxt') },
  },
  {
    name: 'no-test-in-the-product',
    severity: 'error',
    from: { path: '^(src|entrypoints|scripts)/' },
    to: { path: '^tests/' },
  },
  ...Object.entries(rooms).flatMap(([name, room]) => roomRules(name, room)),
];
