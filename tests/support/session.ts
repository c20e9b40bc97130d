import { afterAll, beforeAll } from 'vitest';
import { type ExtensionBrowser, type LaunchOptions, launchWithExtension } from './chromium.ts';
import { type PageServer, startPageServer } from './page-server.ts';
import { mountSample } from './walk.ts';

/** A browser and the sites it sees, for the tests of one file. Filled before the first test. */
export interface Session {
  readonly server: PageServer;
  readonly browser: ExtensionBrowser;
}

/** Starts Chromium with the extension and the sample site before the tests of a file, and ends both after them. */
export function useChromium(options: Omit<LaunchOptions, 'server'> = {}): Session {
  const session: { server?: PageServer; browser?: ExtensionBrowser } = {};
  beforeAll(async () => {
    session.server = await startPageServer();
    mountSample(session.server);
    session.browser = await launchWithExtension({ ...options, server: session.server });
  });
  afterAll(async () => {
    await session.browser?.close();
    await session.server?.close();
  });
  return {
    get server() {
      return started(session.server);
    },
    get browser() {
      return started(session.browser);
    },
  };
}

function started<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('The browser is started before the first test, not earlier.');
  return part;
}
