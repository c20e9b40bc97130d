import type { ExtensionBrowser } from './chromium.ts';
import { waitUntil } from './waiting.ts';

interface Held {
  chrome: { scripting: { executeScript(injection: { files?: string[] }): Promise<unknown> } };
  heldScripts?: { isAsked: boolean; go(): void; done: Promise<unknown> };
}

/**
 * Holds back a script that comes on need, from now on until `release`: what a slow machine does between two steps of a
 * page. The worker must not be stopped meanwhile.
 */
export async function holdScript(
  browser: ExtensionBrowser,
  name: 'card' | 'tools' | 'anchoring' | 'twin',
): Promise<{ asked(): Promise<unknown>; isAsked(): Promise<boolean>; release(): Promise<void> }> {
  const worker = await browser.worker();
  await worker.evaluate((file) => {
    const scope = globalThis as unknown as Held;
    const { scripting } = scope.chrome;
    const run = scripting.executeScript.bind(scripting);
    const gate = Promise.withResolvers<void>();
    const finished = Promise.withResolvers<unknown>();
    const held = { isAsked: false, go: gate.resolve, done: finished.promise };
    scope.heldScripts = held;
    scripting.executeScript = async (injection) => {
      if (!injection.files?.includes(file)) return run(injection);
      held.isAsked = true;
      await gate.promise;
      scripting.executeScript = run;
      const running = run(injection);
      finished.resolve(running);
      return running;
    };
  }, `/${name}.js`);
  const isAsked = () => worker.evaluate(() => (globalThis as unknown as Held).heldScripts?.isAsked ?? false);
  return {
    isAsked,
    asked: () => waitUntil(`${name} is asked for`, isAsked),
    release: () =>
      worker.evaluate(async () => {
        const held = (globalThis as unknown as Held).heldScripts;
        held?.go();
        await held?.done;
      }),
  };
}
