import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { agencyHostPatterns } from './scripts/agency-hosts.ts';
import { compilePack } from './scripts/load-glossary.ts';

const pack = compilePack(import.meta.dirname);
const agencyHosts = agencyHostPatterns(pack.concepts);

/** Firefox has no inheritance of highlight styles: there the rules are for every element, not for the root alone. */
const highlightsOfEveryElement = {
  postcssPlugin: 'highlights-of-every-element',
  Rule(rule: { selector: string }) {
    if (rule.selector.includes(':root::highlight'))
      rule.selector = rule.selector.replaceAll(':root::highlight', '::highlight');
  },
};

export default defineConfig({
  srcDir: '.',
  entrypointsDir: 'entrypoints',
  publicDir: join('assets', 'public'),
  imports: false,
  manifestVersion: 3,
  vite: ({ browser }) => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // What a worker needs only now and then stays in files of its own, as on the pages.
    worker: { format: 'es' },
    // The least versions of the manifest: for older ones light-dark() would be written out, and resolved where it is
    // declared instead of where it is used.
    build: { cssTarget: browser === 'firefox' ? 'firefox140' : 'chrome134' },
    css: { postcss: { plugins: browser === 'firefox' ? [highlightsOfEveryElement] : [] } },
  }),
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    permissions: [
      'storage',
      'unlimitedStorage',
      'contextMenus',
      'scripting',
      'activeTab',
      'alarms',
      // No test can press the browser's own question.
      ...(mode === 'e2e' ? ['downloads' as const] : []),
    ],
    ...(mode !== 'e2e' && { optional_permissions: ['downloads'] }),
    host_permissions: agencyHosts,
    optional_host_permissions: ['*://*/*'],
    // The scanner of terms is WebAssembly; nothing else is evaluated, and nothing comes from elsewhere.
    content_security_policy: {
      extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'",
    },
    commands: {
      'highlight-selection': {
        suggested_key: { default: 'Alt+Shift+H' },
        description: '__MSG_commandHighlight__',
      },
      'next-term': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_commandNextTerm__' },
      'previous-term': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_commandPreviousTerm__',
      },
      // Browsers suggest four keys at most. Letters: none that agencies have as an access key (C U S Z B F L M),
      // since Firefox reaches those by Alt+Shift, and none that Chromium keeps for tab groups (C N P W X Z).
      'list-terms': { suggested_key: { default: 'Alt+Shift+G' }, description: '__MSG_commandListTerms__' },
      'open-card': { description: '__MSG_commandOpenCard__' },
      'collect-term': { description: '__MSG_commandCollect__' },
    },
    // Highlight styles that inherit came with 134.
    ...(browser === 'chrome' && { minimum_chrome_version: '134' }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'policy-gloss@policy-gloss.example',
          // The CSS Custom Highlight API came with 140.
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
  hooks: {
    'build:publicAssets': (_, files) => {
      files.push({ contents: JSON.stringify(pack), relativeDest: 'glossary.json' });
    },
    // The reader runs where the bundled organisations have their sites; the list is data, so it is filled in here.
    'build:manifestGenerated': (_, manifest) => {
      for (const script of manifest.content_scripts ?? []) script.matches = agencyHosts;
    },
  },
});
