import '../../src/ui/welcome/welcome.css';
import '../reader.content/style.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import enApp from '../../assets/locales/en/app.json' with { type: 'json' };
import enCollect from '../../assets/locales/en/collect.json' with { type: 'json' };
import enMark from '../../assets/locales/en/mark.json' with { type: 'json' };
import enPage from '../../assets/locales/en/page.json' with { type: 'json' };
import enWelcome from '../../assets/locales/en/welcome.json' with { type: 'json' };
import zhApp from '../../assets/locales/zh-TW/app.json' with { type: 'json' };
import zhCollect from '../../assets/locales/zh-TW/collect.json' with { type: 'json' };
import zhMark from '../../assets/locales/zh-TW/mark.json' with { type: 'json' };
import zhPage from '../../assets/locales/zh-TW/page.json' with { type: 'json' };
import zhWelcome from '../../assets/locales/zh-TW/welcome.json' with { type: 'json' };
import { createClient } from '../../src/messages/client.ts';
import { readSample } from '../../src/ui/card/live-sample.ts';
import { createTexts, htmlLang, type InterfaceLanguage } from '../../src/ui/shared/texts.ts';
import { Welcome } from '../../src/ui/welcome/welcome.tsx';

const request = createClient((message) => browser.runtime.sendMessage(message));
const texts = {
  en: { ...enPage, ...enMark, ...enCollect, ...enApp, ...enWelcome },
  'zh-TW': { ...zhPage, ...zhMark, ...zhCollect, ...zhApp, ...zhWelcome },
};

async function start(): Promise<void> {
  const { settings, language: first } = await request('settings:read', null);
  document.body.className = `theme-${settings.theme}`;
  const sites = browser.runtime.getManifest().host_permissions?.length ?? 0;
  const show = (language: InterfaceLanguage) => {
    const t = createTexts(language, texts);
    document.documentElement.lang = htmlLang(language);
    document.title = t('welcome.title');
    render(
      <Welcome
        key={language}
        ports={{
          t,
          language,
          sites,
          readSample: (root, signal) =>
            readSample(
              root,
              settings,
              {
                t,
                language,
                mode: import.meta.env.MODE === 'e2e' ? 'open' : 'closed',
                recognise: (text, context, seen) =>
                  request('reader:recognise', { text, context, seen: [...seen] }),
                describe: (concepts) => request('card:describe', { concepts: [...concepts] }),
                openLibrary: async (hash) => void (await request('library:open', { hash })),
              },
              signal,
            ),
          changeLanguage: (other) => {
            show(other);
            // What is chosen here holds everywhere.
            void request('settings:change', { language: other });
          },
          openLibrary: (hash) => void request('library:open', { hash }),
        }}
      />,
      document.querySelector('#app')!,
    );
  };
  show(first);
}

start().catch((error: unknown) => {
  document.querySelector('#app')!.textContent = error instanceof Error ? error.message : String(error);
});
