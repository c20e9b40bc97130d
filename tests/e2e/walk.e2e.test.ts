import { describe, expect, it } from 'vitest';
import { launchWithExtension } from '../support/chromium.ts';
import { useChromium } from '../support/session.ts';
import { sampleSentence, type WalkFindings, walk } from '../support/walk.ts';

/** The rows of the exported JSON that the test looks at. */
interface Exported {
  highlights: { quote: string; selectors: unknown[] }[];
}

function expectWholeWalk(found: WalkFindings): void {
  expect(found.terms).toEqual(expect.arrayContaining(['主權AI', 'AI新十大建設', '關鍵技術', '數位發展部']));
  expect(found.equivalent).toBe('Sovereign AI');
  expect(found.card).toMatch(/官方用語|公部門採用/);
  expect(found.card).toContain('AI新十大建設');
  expect(found.card).toContain('智慧國家2.0');
  expect(found.kept).toEqual([sampleSentence]);
  expect(found.keptAfterReload).toEqual([sampleSentence]);
  expect(found.listed).toEqual([sampleSentence]);

  const exported: Exported = JSON.parse(found.exported.content);
  expect(exported.highlights.map(({ quote }) => quote)).toEqual([sampleSentence]);
  expect(exported.highlights[0]?.selectors.length).toBeGreaterThanOrEqual(2);
  expect(found.spreadsheet.content.startsWith('\uFEFF')).toBe(true);
  expect(found.spreadsheet.content).toContain(sampleSentence);
  expect(found.importedAgain.match(/\d+/g)).toEqual(['0', '1']);
  expect(found.listedAfterImport).toEqual([sampleSentence]);
}

describe('one policy page, read end to end', () => {
  const session = useChromium();

  it('goes from the card to the library, out and in again', async () => {
    expectWholeWalk(await walk(session.browser));
    expect(session.browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
    expect(session.server.missing).toEqual([]);
  });

  it('loses nothing when the service worker is stopped after every step', async () => {
    const browser = await launchWithExtension({ server: session.server });
    try {
      let stops = 0;
      const found = await walk(browser, {
        onStep: async () => {
          await browser.stopWorker();
          stops += 1;
        },
      });
      expectWholeWalk(found);
      expect(stops).toBeGreaterThanOrEqual(6);
      expect(browser.trouble.filter(({ from }) => from === 'extension')).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
