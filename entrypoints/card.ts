import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import enMark from '../assets/locales/en/mark.json' with { type: 'json' };
import enPage from '../assets/locales/en/page.json' with { type: 'json' };
import zhMark from '../assets/locales/zh-TW/mark.json' with { type: 'json' };
import zhPage from '../assets/locales/zh-TW/page.json' with { type: 'json' };
import { offer } from '../src/reader/lazy-script.ts';
import { createSurface } from '../src/ui/card/surface.tsx';
import { createTexts } from '../src/ui/shared/texts.ts';

/**
 * What a page shows of ours. The background runs it beside the reader when a reader first needs it: most pages are
 * read without a card ever being opened, and should not pay for its code.
 */
export default defineUnlistedScript(() => {
  offer('card', ({ language, theme, cardWidth, textSize, signal }) =>
    createSurface({
      t: createTexts(language, { en: { ...enPage, ...enMark }, 'zh-TW': { ...zhPage, ...zhMark } }),
      language,
      theme,
      cardWidth,
      textSize,
      // What ships keeps the page out; tests may look in.
      mode: import.meta.env.MODE === 'e2e' ? 'open' : 'closed',
      signal,
    }),
  );
});
