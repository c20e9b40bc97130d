/**
 * What reading a page costs in a real Chromium: `npm run bench -- page [--rounds N]`.
 * The same made-up page is opened on a site that the extension reads, on one that it does not, and with mark.js marking
 * the very ranges that were found. Times are CPU times of the main thread as the browser's own trace has them, medians
 * over rounds; they mean something beside each other only.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import type { CDPSession, Page } from 'playwright-core';
import { launchWithExtension } from '../support/chromium.ts';
import { startPageServer } from '../support/page-server.ts';
import { waitUntil } from '../support/waiting.ts';
import { policyPage } from './policy-page.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(values.rounds);

const READ = 'http://www.ndc.gov.tw/long.html';
const PLAIN = 'http://plain.example/long.html';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: { url?: string; stackTrace?: { url?: string }[] }; name?: string };
}

/** The main thread of a page's process. */
interface Thread {
  pid: number;
  tid: number;
}

/** Runs `work` under a trace and gives all events. */
async function trace(session: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  const done = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8', 'toplevel', '__metadata'] },
  });
  await work();
  await session.send('Tracing.end');
  await done;
  session.off('Tracing.dataCollected', collect);
  return events;
}

/** The thread that loaded `address`. */
function threadOf(events: readonly TraceEvent[], address: string): Thread {
  const load = events.find(({ name, args }) => name === 'CommitLoad' && args?.data?.url === address);
  if (!load) throw new Error(`the trace has no load of ${address}`);
  return { pid: load.pid, tid: load.tid };
}

function on(events: readonly TraceEvent[], { pid, tid }: Thread): TraceEvent[] {
  return events.filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X');
}

const cpu = (event: TraceEvent) => (event.tdur ?? event.dur ?? 0) / 1000;

/** Outermost script events of the extension: whole stretches in which it held the thread. */
function ours(events: readonly TraceEvent[], origin: string): number[] {
  const own = events
    .filter(({ name, args }) => {
      const url = args?.data?.url ?? args?.data?.stackTrace?.[0]?.url ?? '';
      return (
        ['FunctionCall', 'EvaluateScript', 'v8.evaluateModule', 'FireAnimationFrame', 'TimerFire'].includes(
          name,
        ) && url.startsWith(origin)
      );
    })
    .sort((a, b) => a.ts - b.ts);
  const outermost: TraceEvent[] = [];
  for (const event of own) {
    const last = outermost.at(-1);
    if (!last || event.ts >= last.ts + (last.dur ?? 0)) outermost.push(event);
  }
  return outermost.map(cpu);
}

const busy = (events: readonly TraceEvent[]) =>
  events
    .filter(({ name }) => name === 'RunTask' || name === 'ThreadControllerImpl::RunTask')
    .reduce((sum, event) => sum + cpu(event), 0);
const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const server = await startPageServer();
const html = policyPage(200_000);
server.serve(READ, html);
server.serve(PLAIN, html);
const browser = await launchWithExtension({ server });
const markJs = readFileSync(createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js'), 'utf8');

const painted = (page: Page) =>
  page.evaluate(() =>
    [...CSS.highlights].reduce((sum, [name, set]) => sum + (name.startsWith('gloss-term') ? set.size : 0), 0),
  );

const figures = {
  longest: [] as number[],
  total: [] as number[],
  read: [] as number[],
  plain: [] as number[],
  mark: [] as number[],
  frame: [] as number[],
  frameWithout: [] as number[],
  ranges: 0,
};

/** CPU of the main thread per frame while one colour on the page is animated. */
async function animationCost(page: Page, session: CDPSession, thread: Thread): Promise<number> {
  const frames = 60;
  // A page in the background has no frames.
  await page.bringToFront();
  const events = await trace(session, async () => {
    await page.evaluate(
      (count) =>
        new Promise<void>((resolve) => {
          const target = document.querySelector('h1') as HTMLElement;
          const step = (left: number) => {
            target.style.color = left % 2 ? '#111' : '#112';
            if (left > 0) requestAnimationFrame(() => step(left - 1));
            else resolve();
          };
          step(count);
        }),
      frames,
    );
  });
  return busy(on(events, thread)) / frames;
}

try {
  for (let round = 0; round <= rounds; round++) {
    const read = await browser.context.newPage();
    const readSession = await browser.context.newCDPSession(read);
    const readEvents = await trace(readSession, async () => {
      await read.goto(READ);
      await waitUntil('the viewport is painted', () => painted(read));
    });
    const plain = await browser.context.newPage();
    const plainSession = await browser.context.newCDPSession(plain);
    const plainEvents = await trace(plainSession, async () => {
      await plain.goto(PLAIN);
      await plain.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    });
    const readThread = threadOf(readEvents, READ);
    const plainThread = threadOf(plainEvents, PLAIN);
    const frame = await animationCost(read, readSession, readThread);
    const frameWithout = await animationCost(plain, plainSession, plainThread);
    const ranges = await painted(read);
    await plain.bringToFront();
    await plain.evaluate(markJs);
    const words = [
      ...new Set(
        await read.evaluate(() =>
          [...CSS.highlights]
            .flatMap(([name, set]) => (name.startsWith('gloss-term') ? [...set] : []))
            .map((range) => (range.startContainer as Text).data.slice(range.startOffset, range.endOffset)),
        ),
      ),
    ].filter(Boolean);
    const markEvents = await trace(plainSession, () =>
      plain.evaluate(
        (terms) =>
          new Promise<void>((done) => {
            const { Mark } = globalThis as unknown as {
              Mark: new (root: Element) => { mark(words: string[], options: object): void };
            };
            new Mark(document.body).mark(terms, {
              separateWordSearch: false,
              acrossElements: true,
              done: () => requestAnimationFrame(() => done()),
            });
          }),
        words,
      ),
    );
    await read.close();
    await plain.close();
    // The first round warms the browser's caches.
    if (round === 0) continue;
    const stretches = ours(on(readEvents, readThread), browser.origin);
    figures.longest.push(Math.max(0, ...stretches));
    figures.total.push(stretches.reduce((sum, time) => sum + time, 0));
    figures.read.push(busy(on(readEvents, readThread)));
    figures.plain.push(busy(on(plainEvents, plainThread)));
    figures.mark.push(busy(on(markEvents, plainThread)));
    figures.frame.push(frame);
    figures.frameWithout.push(frameWithout);
    figures.ranges = ranges;
  }
  const row = (what: string, value: number) => console.log(`| ${what} | ${value.toFixed(1)} |`);
  console.log(
    `Page of ${html.length} units of HTML, ${rounds} rounds, ${figures.ranges} ranges registered\n`,
  );
  console.log('| main thread, CPU, median | ms |\n|---|---|');
  row('longest stretch of ours until the viewport is painted', median(figures.longest));
  row('all stretches of ours until the viewport is painted', median(figures.total));
  row('whole thread until then, with us', median(figures.read));
  row('whole thread for the page alone', median(figures.plain));
  row('mark.js marking the words on screen', median(figures.mark));
  row('a frame while a colour is animated, with us', median(figures.frame));
  row('a frame while a colour is animated, without', median(figures.frameWithout));
} finally {
  await browser.close();
  await server.close();
}
