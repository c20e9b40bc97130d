import { useEffect, useRef } from 'preact/hooks';
import type { LibraryPorts } from './ports.ts';

/** A text with real marks and cards, read anew whenever a setting changes. */
export function Sample({ ports }: { ports: LibraryPorts }) {
  const { t } = ports;
  const settings = ports.settings.value;
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const ended = new AbortController();
    if (text.current) void ports.readSample?.(text.current, settings, ended.signal).catch(() => {});
    return () => ended.abort();
  }, [settings, ports]);
  return (
    <section class="sample">
      <h2>{t('reading.sampleTitle')}</h2>
      <div ref={text}>
        <p lang="zh-Hant">{t('welcome.sampleZh')}</p>
        <p lang="en">{t('welcome.sampleEn')}</p>
      </div>
      <p class="hint">{t('reading.sampleHint')}</p>
    </section>
  );
}
