import type { BrowserContext } from 'playwright-core';

/** Tasks of the main threads of pages, as the browser's trace has them. */
export interface MainThreadTasks {
  readonly tasks: number;
  /** Processor time of the longest, ms: other programs on the machine do not lengthen it. */
  readonly longest: number;
  readonly over50: number;
}

interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread itself. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Traces all tasks of the browser from now on; the answer ends it and tells of those on main threads of pages. */
export async function traceTasks(context: BrowserContext): Promise<() => Promise<MainThreadTasks>> {
  const browser = context.browser();
  if (!browser) throw new Error('the browser cannot be reached');
  const session = await browser.newBrowserCDPSession();
  const threads = new Map<string, { tasks: number; longest: number; over50: number }>();
  const mainThreads = new Set<string>();
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) {
      const thread = `${event.pid} ${event.tid}`;
      if (event.name === 'thread_name' && event.args.name === 'CrRendererMain') mainThreads.add(thread);
      if (event.tdur === undefined) continue;
      const found = threads.get(thread) ?? { tasks: 0, longest: 0, over50: 0 };
      const time = event.tdur / 1000;
      found.tasks++;
      found.longest = Math.max(found.longest, Math.round(time));
      if (time > 50) found.over50++;
      threads.set(thread, found);
    }
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'], recordMode: 'recordAsMuchAsPossible' },
  });
  return async () => {
    const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await done;
    await session.detach();
    const found = [...mainThreads].flatMap((thread) => threads.get(thread) ?? []);
    return {
      tasks: found.reduce((sum, { tasks }) => sum + tasks, 0),
      longest: Math.max(0, ...found.map(({ longest }) => longest)),
      over50: found.reduce((sum, { over50 }) => sum + over50, 0),
    };
  };
}
