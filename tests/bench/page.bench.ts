/**
 * What reading a page costs in a real Chromium: `npm run bench -- page [--rounds N]`.
 * The same made-up page is opened on a site that the extension reads, on one that it does not, and with mark.js marking
 * the words that were found. Times are CPU times of the main thread as the browser's own trace has them, medians over
 * rounds; they mean something beside each other only.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import type { CDPSession, Page } from 'playwright-core';
import { launchWithExtension } from '../support/chromium.ts';
import { startPageServer } from '../support/page-server.ts';
import { waitUntil } from '../support/waiting.ts';
import { scriptOfMoves } from './moving-pointer.ts';
import * as work from './page-work.ts';
import { densePage, listPage, policyPage } from './policy-page.ts';
import { record, type Task } from './trace.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(values.rounds);

const READ = 'http://www.ndc.gov.tw/long.html';
const PLAIN = 'http://plain.example/long.html';

/** Pages that only the memory is measured of: what they are, and their addresses with us and without. */
const KINDS = [
  { kind: 'that is terms and little else', name: 'dense.html', html: densePage(200_000) },
  { kind: 'of 9,000 blocks with terms', name: 'list.html', html: listPage(9_000) },
].map((each) => ({
  ...each,
  read: new URL(each.name, READ).href,
  plain: new URL(each.name, PLAIN).href,
}));

const FRAMES = 60;
const EDITS = 300;
/** How often with us and without are measured in turn, in each round. */
const TURNS = 5;
/** Time that is more than enough to read the page, ms. */
const READING = 3_000;
/** Time for what an edit sets going, ms. */
const SETTLING = 600;

const server = await startPageServer();
const html = policyPage(200_000);
server.serve(READ, html);
server.serve(PLAIN, html);
for (const each of KINDS) for (const address of [each.read, each.plain]) server.serve(address, each.html);
const browser = await launchWithExtension({ server });
const markJs = readFileSync(createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js'), 'utf8');

const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const most = (numbers: readonly number[]) => Math.max(0, ...numbers);

const figures = new Map<string, number[]>();
function note(what: string, value: number): void {
  const known = figures.get(what);
  if (known) known.push(value);
  else figures.set(what, [value]);
}

/** A page with the connection that its main thread is watched by. */
interface Watched {
  readonly page: Page;
  readonly session: CDPSession;
}

async function openTab(): Promise<Watched> {
  const page = await browser.context.newPage();
  await page.addInitScript(work.tellWhenPainted);
  return { page, session: await browser.context.newCDPSession(page) };
}

async function tasksOf({ page, session }: Watched, run: () => Promise<unknown>): Promise<Task[]> {
  // A page in the background has no frames.
  await page.bringToFront();
  return (await record(session, browser.origin, run)).tasks();
}

const scripts = (tasks: readonly Task[]) =>
  tasks.flatMap(({ kind, cpu, script }) => (kind === 'ours' ? cpu : script > 0 ? script : []));
const frames = (tasks: readonly Task[]) => tasks.filter(({ kind }) => kind === 'frame');

/** Gives the reader time to read the rest: to ask it whether it has would be work of ours as well. */
const untilRead = ({ page }: Watched) => page.waitForTimeout(READING);

async function load(tab: Watched): Promise<void> {
  const trace = await record(tab.session, browser.origin, async () => {
    await tab.page.goto(READ);
    await waitUntil('the viewport is painted', () => tab.page.evaluate(work.paintedRanges));
    await untilRead(tab);
  });
  const tasks = trace.tasks();
  const painted = trace.mark('painted') ?? Number.POSITIVE_INFINITY;
  const before = tasks.filter(({ start }) => start <= painted);
  const after = tasks.filter(({ start }) => start > painted);
  note('until the viewport is painted: our longest task', most(scripts(before)));
  note('until the viewport is painted: all of ours', sum(scripts(before)));
  note(
    'the frame that paints the first marks',
    most(frames(before).flatMap(({ cpu, script, end }) => (script > 0 && end > painted - 50 ? cpu : []))),
  );
  note('the rest of the page: our longest task', most(scripts(after)));
  note('the rest of the page: all of ours', sum(scripts(after)));
}

async function animation(tab: Watched): Promise<number> {
  const tasks = await tasksOf(tab, () => tab.page.evaluate(work.animate, FRAMES));
  return sum(frames(tasks).map(({ cpu }) => cpu)) / FRAMES;
}

/**
 * The page edits itself: time of its script, CPU of the task with what the browser does at its end (our observer is told),
 * and of that with the frames that show it.
 */
async function editing(tab: Watched): Promise<{ script: number; task: number; shown: number }> {
  let script = 0;
  const tasks = await tasksOf(tab, async () => {
    script = await tab.page.evaluate(work.edit, EDITS);
    await tab.page.evaluate(work.nextFrame);
  });
  // What it sets going with us is over before the next is measured.
  await tab.page.waitForTimeout(SETTLING);
  const task = most(tasks.flatMap(({ kind, cpu }) => (kind === 'tools' ? cpu : [])));
  return { script, task, shown: task + sum(frames(tasks).map(({ cpu }) => cpu)) };
}

/**
 * The same edits with us, without, and with an observer that does nothing, again and again in turn: the machine is never
 * twice the same.
 */
async function compareEdits(read: Watched, plain: Watched, watched: Watched): Promise<void> {
  const edits = `${3 * EDITS} edits of the page in one task`;
  for (let turn = 0; turn < TURNS; turn++) {
    const withUs = await editing(read);
    const without = await editing(plain);
    const withNothing = await editing(watched);
    for (const [whose, measured] of [
      ['with us', withUs],
      ['without', without],
      ['without, but watched by an idle observer', withNothing],
    ] as const) {
      note(`the page's script of ${edits}, ${whose}`, measured.script);
      note(`${edits}, ${whose}`, measured.task);
      note(`${edits}, and the frames that show them, ${whose}`, measured.shown);
    }
  }
}

/** Our part of what scripts spend on each event of a moving pointer: the page has a script that counts them, no other. */
async function comparePointing(read: Watched, plain: Watched): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) {
    const withUs = await scriptOfMoves(read.page, read.session);
    const without = await scriptOfMoves(plain.page, plain.session);
    note('our script for each event of a moving pointer, µs', withUs - without);
    note("the page's own counting of them, µs", without);
  }
}

async function memory({ session }: Watched): Promise<number> {
  // What the first collection finds of the page's nodes, the second takes.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const heap = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    embedderHeapUsedSize?: number;
    backingStorageSize?: number;
  };
  return (heap.usedSize + (heap.embedderHeapUsedSize ?? 0) + (heap.backingStorageSize ?? 0)) / 1e6;
}

/** Memory of a page with us and alone. */
async function compareMemory({ kind, read, plain }: (typeof KINDS)[number]): Promise<void> {
  const measure = async (address: string) => {
    const tab = await openTab();
    await tab.page.goto(address);
    await untilRead(tab);
    const used = await memory(tab);
    await tab.page.close();
    return used;
  };
  note(`memory of a page ${kind}, with us, MB`, await measure(read));
  note(`memory of a page ${kind}, alone, MB`, await measure(plain));
}

try {
  for (let round = 0; round <= rounds; round++) {
    // The first round warms the browser's caches.
    if (round === 1) figures.clear();
    const read = await openTab();
    await load(read);
    const plain = await openTab();
    await plain.page.goto(PLAIN);
    await plain.page.bringToFront();
    note('memory of the page with us, MB', await memory(read));
    note('memory of the page alone, MB', await memory(plain));
    note('a frame while a colour is animated, with us', await animation(read));
    note('a frame while a colour is animated, without', await animation(plain));
    note('ranges registered', await read.page.evaluate(work.paintedRanges));
    await read.page.evaluate(() => scrollTo(0, 0));
    await comparePointing(read, plain);
    const words = await read.page.evaluate(work.paintedWords);
    const watched = await openTab();
    await watched.page.goto(PLAIN);
    await watched.page.evaluate(work.watchIdly);
    await compareEdits(read, plain, watched);
    await watched.page.close();
    const batch = await tasksOf(read, async () => {
      await read.page.evaluate(work.insertParagraphs, 100);
      await untilRead(read);
    });
    note('100 new paragraphs: our longest task', most(scripts(batch)));
    note('100 new paragraphs: all of ours', sum(scripts(batch)));
    await plain.page.evaluate(markJs);
    const marking = await tasksOf(plain, () => plain.page.evaluate(work.markWords, words));
    note('mark.js marking the words on screen', sum(marking.map(({ cpu }) => cpu)));
    note('memory of the page with mark.js, MB', await memory(plain));
    await read.page.close();
    await plain.page.close();
    for (const each of KINDS) await compareMemory(each);
  }
  console.log(`Page of ${html.length} units of HTML, ${rounds} rounds\n`);
  console.log('| main thread, CPU, median | ms |\n|---|---|');
  for (const [what, measured] of figures) console.log(`| ${what} | ${median(measured).toFixed(2)} |`);
} finally {
  await browser.close();
  await server.close();
}
