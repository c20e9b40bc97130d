import { useEffect, useRef } from 'preact/hooks';
import type { InterfaceLanguage, Texts } from '../shared/texts.ts';

/** What the welcome shows and asks of the outside. */
export interface WelcomePorts {
  readonly t: Texts;
  readonly language: InterfaceLanguage;
  /** How many sites of public bodies are read from the start. */
  readonly sites: number;
  /** Marks the terms of a text and opens cards on them. */
  readSample(root: HTMLElement, signal: AbortSignal): Promise<void>;
  changeLanguage(language: InterfaceLanguage): void;
  openLibrary(hash: `#/${string}`): void;
}

const STEPS = ['rest', 'list', 'keep', 'library'] as const;
const ACCESS = ['where', 'else', 'nothing', 'kept'] as const;

/** What it does and what it may see, with the real card to try. Asks for nothing. */
export function Welcome({ ports }: { ports: WelcomePorts }) {
  const { t, language, sites } = ports;
  const sample = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const ended = new AbortController();
    if (sample.current) void ports.readSample(sample.current, ended.signal).catch(() => {});
    return () => ended.abort();
  }, [ports]);
  const other = language === 'en' ? 'zh-TW' : 'en';
  return (
    <main class="welcome">
      <p class="language">
        <button
          type="button"
          class="link"
          lang={other === 'en' ? 'en' : 'zh-Hant'}
          onClick={() => ports.changeLanguage(other)}
        >
          {other === 'en' ? 'English' : '中文'}
        </button>
      </p>
      <h1>{t('welcome.title')}</h1>
      <p class="lead">{t('welcome.lead')}</p>
      <section class="try" aria-labelledby="try">
        <h2 id="try">{t('welcome.try')}</h2>
        <div ref={sample}>
          <p lang="zh-Hant">{t('welcome.sampleZh')}</p>
          <p lang="en">{t('welcome.sampleEn')}</p>
        </div>
        <p class="quiet">{t('welcome.tryHint')}</p>
      </section>
      <section>
        <h2>{t('welcome.howTitle')}</h2>
        <ol class="steps">
          {STEPS.map((step) => (
            <li key={step}>
              <strong>{t(`welcome.${step}Title`)}</strong> {t(`welcome.${step}`)}
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{t('welcome.accessTitle')}</h2>
        <ul class="access">
          {ACCESS.map((point) => (
            <li key={point}>{t(`welcome.${point}`, { count: sites })}</li>
          ))}
        </ul>
      </section>
      <p class="buttons">
        <button type="button" class="button main" onClick={() => ports.openLibrary('#/glossary')}>
          {t('popup.library')}
        </button>{' '}
        <button type="button" class="button quiet" onClick={() => ports.openLibrary('#/guide')}>
          {t('app.guide')}
        </button>{' '}
        <button type="button" class="button quiet" onClick={() => ports.openLibrary('#/settings')}>
          {t('library.settings')}
        </button>
      </p>
    </main>
  );
}
