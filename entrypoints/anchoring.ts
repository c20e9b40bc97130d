import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { anchoring } from '../src/anchoring/anchoring.ts';
import { offer } from '../src/reader/lazy-script.ts';

/**
 * Describes highlights and finds them again, with the folding data. The background runs it beside the reader when a page
 * has highlights or the first is made: most pages have none, and should not pay for its code.
 */
export default defineUnlistedScript(() => offer('anchoring', anchoring));
