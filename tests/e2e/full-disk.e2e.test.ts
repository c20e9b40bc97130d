import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mountSmallDisk, type SmallDisk } from '../../scripts/small-disk.ts';
import { type ExtensionBrowser, launchWithExtension } from '../support/chromium.ts';
import { label } from '../support/labels.ts';
import { storedIds } from '../support/own-records.ts';
import { type PageServer, startPageServer } from '../support/page-server.ts';
import { paintedHighlights, selectByDragging, surface, waitForTerms } from '../support/reading.ts';
import { waitUntil } from '../support/waiting.ts';
import { mountSample, sampleAddress, sampleSentence } from '../support/walk.ts';

let server: PageServer;
let disk: SmallDisk;
let browser: ExtensionBrowser;
beforeAll(async () => {
  disk = mountSmallDisk(100);
  server = await startPageServer();
  mountSample(server);
  browser = await launchWithExtension({ server, profile: join(disk.folder, 'profile') });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  disk?.unmount();
});

describe('a full disk', () => {
  it('is told in the reader’s language, loses nothing, and the highlight is kept once there is room', async () => {
    const filler = join(disk.folder, 'filler');
    const fill = () => {
      const { bavail, bsize } = statfsSync(disk.folder);
      try {
        writeFileSync(filler, Buffer.alloc(bavail * bsize), { flag: 'a' });
      } catch (error) {
        // The browser took some of the room meanwhile: full is full.
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    };
    const page = await browser.open(sampleAddress);
    await waitForTerms(page);
    await selectByDragging(page, sampleSentence);
    await surface(page)
      .getByRole('button', { name: label('colour.yellow') })
      .first()
      .click();
    await waitUntil('the first is kept', async () => (await paintedHighlights(page)).length === 1);
    fill();
    // Small writes may still find room in what the browser has reserved; a large note does not.
    const library = await browser.openOwn('library.html#/highlights');
    const note = library.getByRole('textbox', { name: label('highlights.note') });
    const long = '長'.repeat(3_000_000);
    await note.fill(long);
    await note.blur();
    await library.getByText(label('mark.storeFailed')).waitFor();
    expect((await note.inputValue()).length).toBe(long.length);
    rmSync(filler);
    await note.focus();
    await note.blur();
    await waitUntil(
      'it is stored once there is room',
      async () => (await library.getByText(label('mark.storeFailed')).count()) === 0,
    );
    expect(await storedIds(library)).toHaveLength(1);
  });
});
