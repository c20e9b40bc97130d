import { existsSync } from 'node:fs';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './scripts/find-browser.mjs';

const shared = existsSync(new URL('../shared', import.meta.url));

export default defineConfig({
  test: {
    projects: [
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'unit',
          include: [
            'tests/{unit,architecture}/**/*.test.{ts,tsx}',
            ...(shared ? ['tests/corpus/**/*.test.ts'] : []),
          ],
          exclude: ['**/*.e2e.test.ts'],
          environment: 'node',
          // Only a test that hangs should run into it: properties with thousands of cases take seconds on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.browser.test.{ts,tsx}'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium() ?? 'chromium', chromiumSandbox: false },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        // Files opened by the programs they are for; these come from Debian (tests/clients/packages.txt).
        test: {
          name: 'clients',
          include: ['tests/clients/**/*.clients.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.test.ts', ...(shared ? ['tests/corpus/**/*.e2e.test.ts'] : [])],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Two browsers, workers that are stopped, windows that lose the focus: one stumble is told, and tried once more.
          retry: 1,
        },
      },
    ],
  },
});
