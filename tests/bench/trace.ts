/** The browser's own trace of what a page's main thread does, in pieces that can be told apart. */
import type { CDPSession } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: {
    readonly data?: { readonly url?: string; readonly stackTrace?: readonly { readonly url?: string }[] };
    readonly src_func?: string;
    readonly info?: { readonly mojo_interface_tag?: string };
    readonly chrome_mojo_event_info?: { readonly mojo_interface_tag?: string };
  };
}

/**
 * What a task of the main thread was: `tools` for a request of the test driver, `frame` for a frame, `ours` for what goes
 * on after a wait of ours, `other` for everything else, our script in it included.
 */
type TaskKind = 'tools' | 'frame' | 'ours' | 'other';

/** One task of the main thread; times in ms. */
export interface Task {
  readonly kind: TaskKind;
  readonly start: number;
  readonly end: number;
  /** CPU time of the thread. */
  readonly cpu: number;
  /** CPU time of our script in it. */
  readonly script: number;
}

const cpuOf = (event: TraceEvent) => (event.tdur ?? event.dur ?? 0) / 1000;
const urlOf = ({ args }: TraceEvent) => args?.data?.url ?? args?.data?.stackTrace?.[0]?.url ?? '';
const interfaceOf = ({ args }: TraceEvent) =>
  args?.info?.mojo_interface_tag ?? args?.chrome_mojo_event_info?.mojo_interface_tag ?? '';

const SCRIPT = new Set(['FunctionCall', 'EvaluateScript', 'v8.evaluateModule']);

/** CPU of the outermost script events of the extension among the events of a task. */
function scriptOf(events: readonly TraceEvent[], origin: string): number {
  let sum = 0;
  let end = 0;
  for (const event of events) {
    if (!SCRIPT.has(event.name) || !urlOf(event).startsWith(origin) || event.ts < end) continue;
    sum += cpuOf(event);
    end = event.ts + (event.dur ?? 0);
  }
  return sum;
}

/**
 * The pages of the benches have no scripts of their own: a task of microtasks alone is the end of a wait of ours, and so
 * is a message of the extension's.
 */
function kindOf(events: readonly TraceEvent[]): TaskKind {
  if (events.some((event) => interfaceOf(event).includes('DevTools'))) return 'tools';
  if (events.some(({ args }) => args?.src_func === 'ScheduledActionSendBeginMainFrame')) return 'frame';
  if (events.some((event) => interfaceOf(event).startsWith('extensions.'))) return 'ours';
  const waits = events.filter(({ name }) => name === 'BlinkScheduler_PerformMicrotaskCheckpoint');
  return waits.reduce((sum, event) => sum + cpuOf(event), 0) > cpuOf(events[0]!) / 2 ? 'ours' : 'other';
}

/** Name of the mark that tells, at the end of a trace, which thread is the page's. */
const END = 'end of the trace';

/** A recorded trace. */
export class Trace {
  readonly #events: readonly TraceEvent[];
  readonly #origin: string;

  constructor(events: readonly TraceEvent[], origin: string) {
    this.#events = events;
    this.#origin = origin;
  }

  /** When `performance.mark(name)` was called, ms; `undefined` when it was not. */
  mark(name: string): number | undefined {
    const event = this.#events.find((found) => found.name === name && found.ph !== 'X');
    return event && event.ts / 1000;
  }

  /** The events of the main thread of the page that last, in order. */
  #ofPage(): TraceEvent[] {
    const thread = this.#events.findLast(({ name }) => name === END);
    if (!thread) throw new Error("the trace does not say which thread is the page's");
    return this.#events
      .filter(({ ph, pid, tid }) => ph === 'X' && pid === thread.pid && tid === thread.tid)
      .sort((a, b) => a.ts - b.ts);
  }

  /** The tasks of the main thread of the page, in order. */
  tasks(): Task[] {
    const mine = this.#ofPage();
    const roots = mine.filter(({ name }) => name === 'RunTask');
    let at = 0;
    return roots.map((root) => {
      const end = root.ts + (root.dur ?? 0);
      while (mine[at] && mine[at]!.ts < root.ts) at++;
      const from = at;
      while (mine[at] && mine[at]!.ts < end) at++;
      const inside = mine.slice(from, at);
      const script = scriptOf(inside, this.#origin);
      return { kind: kindOf(inside), start: root.ts / 1000, end: end / 1000, cpu: cpuOf(root), script };
    });
  }
}

/** Runs `work` and gives the trace of it. `origin`: of the extension. */
export async function record(
  session: CDPSession,
  origin: string,
  work: () => Promise<unknown>,
): Promise<Trace> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  const done = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: [
        'devtools.timeline',
        // The tasks themselves.
        'disabled-by-default-devtools.timeline',
        'v8',
        'toplevel',
        'blink.user_timing',
      ],
    },
  });
  await work();
  await session.send('Runtime.evaluate', { expression: `performance.mark('${END}')` });
  await session.send('Tracing.end');
  await done;
  session.off('Tracing.dataCollected', collect);
  return new Trace(events, origin);
}
