import type { Browser, CDPSession } from 'playwright-core';

/** A task of a page's main thread: how long it lasted, and how long the processor worked on it, ms. */
export interface MainThreadTask {
  readonly lasted: number;
  readonly worked: number;
}

/** An event of a trace; times in µs (Trace Event Format). */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

async function record(session: CDPSession, work: () => Promise<unknown>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const take = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', take);
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel'] } });
  await work();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', take);
  return events;
}

/**
 * Tasks of pages' main threads while something is done, the longest in work first. The work is what counts: on a busy
 * machine a task lasts longer than it works, since others are let in between.
 */
export async function mainThreadTasks(
  browser: Browser,
  work: () => Promise<unknown>,
): Promise<MainThreadTask[]> {
  const session = await browser.newBrowserCDPSession();
  const events = await record(session, work);
  await session.detach();
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf),
  );
  return events
    .filter((event) => event.name.endsWith('RunTask') && main.has(threadOf(event)))
    .map(({ dur = 0, tdur = 0 }) => ({ lasted: dur / 1000, worked: tdur / 1000 }))
    .sort((a, b) => b.worked - a.worked);
}

/** The longest of tasks in words, with how many worked for more than 50 ms. */
export function toldTasks(tasks: readonly MainThreadTask[]): string {
  const over = tasks.filter(({ worked }) => worked > 50).length;
  return `${Math.round(tasks[0]?.worked ?? 0)} ms${over > 0 ? `, ${over} over 50` : ''}`;
}
