import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { TwinAsk, TwinFound, TwinPlace, TwinText } from '../src/messages/twins.ts';
import { offer } from '../src/reader/lazy-script.ts';
import { continueReadingAt } from '../src/reader/reading-place.ts';
import type { Place } from '../src/twins/place.ts';
import { createTwinReading, type TwinReading } from '../src/twins/twin-reading.ts';

/** When it is looked again for a part that was not on the page yet: applications fill theirs later. Milliseconds. */
const LATER = [0, 300, 900, 2_000];

async function arrive(reading: TwinReading, place: Place): Promise<boolean> {
  for (const delay of LATER) {
    await new Promise((resolve) => setTimeout(resolve, delay));
    const head = reading.arrive(place);
    if (!head) continue;
    continueReadingAt(head);
    return true;
  }
  return false;
}

function answer(
  reading: TwinReading,
  ask: TwinAsk,
): TwinFound | TwinPlace | TwinText | Promise<boolean> | undefined {
  switch (ask.type) {
    case 'twin-page:find':
      return reading.find();
    case 'twin-page:place': {
      const place = reading.place();
      return place ? { place } : {};
    }
    case 'twin-page:arrive':
      return arrive(reading, ask.place);
    case 'twin-page:text':
      return reading.text(ask.number ? { kind: 'article', number: ask.number } : { kind: 'prose' });
    default:
      return undefined;
  }
}

/** Whether the script that was run here before is still heard: after an update its extension is gone. */
const HEARD = Symbol.for('policy-gloss twin heard');
const world = globalThis as { [HEARD]?: () => boolean };

/**
 * The page in the other language: where it is, the same place in it, and its sentences. The background runs it in the
 * page when somebody asks; run again, it leaves what is there.
 */
export default defineUnlistedScript(() => {
  if (world[HEARD]?.()) return;
  const { runtime } = browser;
  world[HEARD] = () => runtime?.id !== undefined;
  const reading = createTwinReading(document);
  offer('twin', reading);
  runtime.onMessage.addListener((message: unknown, sender, respond) => {
    if (sender.id !== runtime.id) return undefined;
    const answered = answer(reading, message as TwinAsk);
    if (answered === undefined) return undefined;
    void Promise.resolve(answered).then(respond);
    return true;
  });
});
