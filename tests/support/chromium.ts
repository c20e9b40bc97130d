import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { findChromium } from '../../scripts/find-browser.mjs';
import type { PageServer } from './page-server.ts';
import { waitUntil } from './waiting.ts';

const root = join(import.meta.dirname, '../..');

/** The build that may be driven: its shadow roots are open. `npm run build:e2e` makes it. */
export const e2eBuild = join(root, '.output/chrome-mv3-e2e');

/** Something that went wrong in the browser: uncaught, or written with console.error. */
export interface Trouble {
  /** `extension` when it comes from a script of ours, in a page or outside; `page` when it is the page's own. */
  readonly from: 'extension' | 'page';
  readonly text: string;
}

/** A running Chromium with the extension in a fresh profile. */
export interface ExtensionBrowser {
  readonly context: BrowserContext;
  /** The extension's origin, `chrome-extension://<id>`. */
  readonly origin: string;
  readonly trouble: Trouble[];
  /** Opens `address` in a new tab and waits until its document is loaded. */
  open(address: string): Promise<Page>;
  /** Opens a page of the extension, such as `library.html#/highlights`. */
  openOwn(path: string): Promise<Page>;
  /** The service worker; a stopped one is not woken by this. */
  worker(): Promise<Worker>;
  /** Ends the whole browser at once, as a loss of power would. */
  kill(): Promise<void>;
  /** Stops the service worker and waits until it is gone. The next message to it starts a new one. */
  stopWorker(): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly server: PageServer;
  /** Folder of the unpacked extension. */
  readonly extension?: string;
  readonly headless?: boolean;
  /** A profile folder that stays when the browser ends, for a browser that is started again; else a fresh one. */
  readonly profile?: string;
  /**
   * Settings that the extension finds stored, the language of its interface at least: Chromium packages often come
   * without Chinese, so the browser's own cannot be relied on. `null` leaves the profile fresh.
   */
  readonly settings?: { readonly language: 'zh-TW' | 'en'; readonly [name: string]: unknown } | null;
  /** Whether the page that welcomes after the install stays open (builds for tests open none). */
  readonly keepWelcome?: boolean;
  /** Whether hosts that the page server does not play may be reached. Tests never do. */
  readonly network?: boolean;
  /** More arguments for the browser. */
  readonly flags?: readonly string[];
  /** Hosts that the page server plays over http; `*.` at the start stands for any subdomain. */
  readonly hosts?: readonly string[];
}

/** Government sites, and hosts that are none (`.example` is reserved for such use). */
const testHosts = ['*.gov.tw', '*.example'];

function resolverRules({ server, network = false, hosts = testHosts }: LaunchOptions): string {
  const played = hosts.map((host) => `MAP ${host}:80 127.0.0.1:${server.port}`);
  return [...played, ...(network ? [] : ['MAP * ~NOTFOUND'])].join(', ');
}

function watch(context: BrowserContext, origin: () => string | undefined, trouble: Trouble[]): void {
  const side = (where: string): Trouble['from'] => {
    const own = origin();
    return own !== undefined && where.includes(own) ? 'extension' : 'page';
  };
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url } = message.location();
    trouble.push({ from: side(`${url} ${message.text()}`), text: `${message.text()} (${url})` });
  });
  context.on('weberror', (webError) => {
    const error = webError.error();
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    trouble.push({ from: side(`${text} ${webError.page()?.url()}`), text });
  });
}

/** Playwright does not report what a worker leaves uncaught: the worker is made to write it to its console. */
async function tellOfUncaught(worker: Worker): Promise<void> {
  await worker
    .evaluate(() => {
      const tell = (reason: unknown) => console.error(`uncaught in ${location.origin}: ${reason}`);
      self.addEventListener('unhandledrejection', (event) => tell(event.reason));
      self.addEventListener('error', (event) => tell(event.message));
    })
    .catch(() => undefined); // The worker may be gone again before it was asked.
}

async function storeSettings(worker: Worker, settings: object): Promise<void> {
  await worker.evaluate(async (value) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { sync: { set(items: object): Promise<void> } } };
    };
    await chrome.storage.sync.set({ settings: value });
  }, settings);
}

/** A fresh profile. Chromium's offer to translate the page would lie over it. */
async function createProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'policy-gloss-chromium-'));
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify({ translate: { enabled: false } }));
  return profile;
}

/** Starts Chromium with the extension. Needs the build to be there: `npm run build:e2e`. */
export async function launchWithExtension(options: LaunchOptions): Promise<ExtensionBrowser> {
  const extension = options.extension ?? e2eBuild;
  if (!existsSync(join(extension, 'manifest.json'))) {
    throw new Error(`There is no build at ${extension}; run npm run build:e2e first.`);
  }
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found; npm run pree2e says what is missing.');
  const profile = options.profile ?? (await createProfile());
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.headless ?? true,
    // The sandbox needs rights that containers rarely give; only pages from our own server are opened.
    chromiumSandbox: false,
    viewport: options.headless === false ? null : { width: 1280, height: 900 },
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--host-resolver-rules=${resolverRules(options)}`,
      ...(options.flags ?? []),
    ],
  });
  let origin: string | undefined;
  context.on('serviceworker', tellOfUncaught);
  const trouble: Trouble[] = [];
  watch(context, () => origin, trouble);
  const worker = async (): Promise<Worker> =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const first = await worker();
  const own = `chrome-extension://${new URL(first.url()).host}`;
  origin = own;
  await tellOfUncaught(first);
  if (options.settings !== null) await storeSettings(first, options.settings ?? { language: 'zh-TW' });

  if (extension !== e2eBuild && !options.keepWelcome) await closeWelcome(context, own);

  const open = async (address: string): Promise<Page> => {
    const blank = context.pages().find((page) => page.url() === 'about:blank');
    const page = blank ?? (await context.newPage());
    await page.goto(address);
    return page;
  };

  return {
    context,
    origin: own,
    trouble,
    open,
    openOwn: (path) => open(`${own}/${path}`),
    worker,
    stopWorker: () => stopWorker(context),
    kill: () => kill(context),
    close: async () => {
      await context.close();
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Ends the browser from within: it gets no chance to write anything more. */
async function kill(context: BrowserContext): Promise<void> {
  const browser = context.browser();
  if (!browser) throw new Error('the browser cannot be reached');
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  const session = await browser.newBrowserCDPSession();
  await session.send('Browser.crash').catch(() => undefined); // It dies before it can answer.
  await closed;
}

/** Waits for the page that welcomes after the install and closes it, so that it takes nobody's focus later. */
async function closeWelcome(context: BrowserContext, origin: string): Promise<void> {
  const welcome = await waitUntil('the welcome page is open', () =>
    context.pages().find((page) => page.url().startsWith(`${origin}/welcome.html`)),
  );
  await welcome?.close();
}

interface WorkerVersions {
  versions: { versionId: string; runningStatus: string }[];
}

/** Any open page's DevTools connection can stop workers; without an open page a blank one is used. */
async function stopWorker(context: BrowserContext): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  try {
    const running = new Map<string, string>();
    const stopped = new Promise<void>((resolve) => {
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }: WorkerVersions) => {
        for (const { versionId, runningStatus } of versions) running.set(versionId, runningStatus);
        if (running.size > 0 && [...running.values()].every((status) => status === 'stopped')) resolve();
      });
    });
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await stopped;
  } finally {
    await session.detach();
  }
}
