import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import enBeside from '../assets/locales/en/beside.json' with { type: 'json' };
import enCollect from '../assets/locales/en/collect.json' with { type: 'json' };
import enMark from '../assets/locales/en/mark.json' with { type: 'json' };
import enPage from '../assets/locales/en/page.json' with { type: 'json' };
import zhBeside from '../assets/locales/zh-TW/beside.json' with { type: 'json' };
import zhCollect from '../assets/locales/zh-TW/collect.json' with { type: 'json' };
import zhMark from '../assets/locales/zh-TW/mark.json' with { type: 'json' };
import zhPage from '../assets/locales/zh-TW/page.json' with { type: 'json' };
import { createClient } from '../src/messages/client.ts';
import { lazily, offer } from '../src/reader/lazy-script.ts';
import type { AskOtherSide } from '../src/ui/card/other-side.tsx';
import { createSurface } from '../src/ui/card/surface.tsx';
import { createTexts } from '../src/ui/shared/texts.ts';

const request = createClient((message) => browser.runtime.sendMessage(message));
const twin = lazily('twin', async (script) => void (await request('reader:load-script', { script })));

const otherSide: AskOtherSide = async (range, card) => {
  const { isOpen } = await request('twin:beside', null);
  if (!isOpen) return undefined;
  const place = (await twin()).placeOfTerm(range);
  if (!place) return 'none';
  return (
    (await request('twin:sentence', {
      place: { ...place, paragraphs: [...place.paragraphs] },
      concept: card.id,
    })) ?? 'none'
  );
};

/**
 * What a page shows of ours. The background runs it beside the reader when a reader first needs it: most pages are
 * read without a card ever being opened, and should not pay for its code.
 */
export default defineUnlistedScript(() => {
  offer('card', ({ language, theme, cardWidth, textSize, signal }) =>
    createSurface({
      t: createTexts(language, {
        en: { ...enPage, ...enMark, ...enCollect, ...enBeside },
        'zh-TW': { ...zhPage, ...zhMark, ...zhCollect, ...zhBeside },
      }),
      language,
      theme,
      cardWidth,
      textSize,
      // What ships keeps the page out; tests may look in.
      mode: import.meta.env.MODE === 'e2e' ? 'open' : 'closed',
      otherSide,
      signal,
    }),
  );
});
