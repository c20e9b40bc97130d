import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offer } from '../src/reader/lazy-script.ts';
import { PageTools } from '../src/reader/page-tools.ts';

/**
 * What can be done with a page beside reading it. The background runs it beside the reader when somebody does something:
 * most pages are read and left, and should not pay for its code.
 */
export default defineUnlistedScript(() => offer('tools', (options) => new PageTools(options)));
