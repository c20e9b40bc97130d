import './style.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { yieldToPage } from '../../src/page/turn.ts';
import { startReader } from './start.ts';

/** How often it is asked whether the extension is still there, at most; milliseconds. */
const EVERY = 500;

export default defineContentScript({
  // The build puts the bundled organisations' sites here (wxt.config.ts).
  matches: ['https://www.president.gov.tw/*'],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  // A message to the page would tell it that the extension is there; older readers hear of us by an event.
  noScriptStartedPostMessage: true,
  main: async (context) => {
    try {
      // Our code has only just been compiled, in the page's time: running it can wait for the page.
      await yieldToPage();
      await startReader(context.signal);
    } catch (error) {
      // Updated or switched off while the page began: that is no error.
      if (context.isValid) throw error;
    }
    // The old reader learns that its extension is gone when the user next does something: then it leaves the page.
    // A pointer sends hundreds of events: it is heard when it comes to another element, and the question is not free.
    let asked = Number.NEGATIVE_INFINITY;
    const check = ({ timeStamp }: Event) => {
      if (timeStamp - asked < EVERY) return;
      asked = timeStamp;
      void context.isInvalid;
    };
    for (const event of ['pointerover', 'keydown', 'focus', 'visibilitychange', 'scroll'])
      addEventListener(event, check, { capture: true, passive: true, signal: context.signal });
  },
});
