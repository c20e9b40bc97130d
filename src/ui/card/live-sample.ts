import { PageTools } from '../../reader/page-tools.ts';
import type { ReaderPorts } from '../../reader/ports.ts';
import { Reader } from '../../reader/reader.ts';
import type { Settings } from '../../settings/settings.ts';
import type { InterfaceLanguage, Texts } from '../shared/texts.ts';
import { createSurface } from './surface.tsx';

/** What a sample shows the real cards with. */
export interface SamplePorts extends Pick<ReaderPorts, 'recognise' | 'describe' | 'openLibrary'> {
  readonly t: Texts;
  readonly language: InterfaceLanguage;
  /** `closed` in what ships; tests may open it. */
  readonly mode: ShadowRootMode;
}

const nothing = async () => {};

/**
 * Reads a text of our own pages with the very reader that runs on government pages, so that a setting can be tried where
 * it is set. Nothing is kept from it.
 */
export async function readSample(
  root: HTMLElement,
  settings: Settings,
  ports: SamplePorts,
  signal: AbortSignal,
): Promise<void> {
  const { t, language, mode } = ports;
  const { theme, cardWidth, textSize } = settings;
  const reader = new Reader({
    ports: {
      ...ports,
      listHighlights: async () => [],
      readPages: async () => [],
      saveHighlight: async (highlight) => highlight,
      changeHighlight: () => Promise.reject(new Error('a sample keeps nothing')),
      reanchorHighlight: () => Promise.reject(new Error('a sample keeps nothing')),
      settleHighlight: nothing,
      removeHighlight: nothing,
      restoreHighlight: nothing,
      reportStates: nothing,
      listTags: async () => [],
      collect: async (entry) => entry,
      putEntry: async (entry) => entry,
      removeEntry: nothing,
      alike: async () => ({ sameZh: [], sameEn: [] }),
      silence: nothing,
      unsilence: nothing,
    },
    surface: createSurface({ t, language, theme, cardWidth, textSize, mode, signal }),
    tools: async () => (options) => new PageTools(options),
    anchoring: () => Promise.reject(new Error('a sample keeps nothing')),
    root,
    page: { address: location.href, url: location.href, title: document.title },
    settings: { ...settings, selectionButton: false },
    highlights: [],
    signal,
  });
  await reader.start();
}
