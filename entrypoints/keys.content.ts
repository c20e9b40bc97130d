import { defineContentScript } from 'wxt/utils/define-content-script';
import { openEventGate } from '../src/reader/event-gate.ts';

/** Runs before the first script of the page, so that a page that swallows events leaves us ours. Everything else waits. */
export default defineContentScript({
  // The build puts the bundled organisations' sites here (wxt.config.ts).
  matches: ['https://www.president.gov.tw/*'],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  // A message to the page would tell it that the extension is there.
  noScriptStartedPostMessage: true,
  main: () => {
    openEventGate();
  },
});
