import './style.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startReader } from './start.ts';

export default defineContentScript({
  // The build puts the bundled organisations' sites here (wxt.config.ts).
  matches: ['https://www.president.gov.tw/*'],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  main: (context) => startReader(context.signal),
});
