import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe found, shortened to what one needs to mend it. */
export interface AccessibilityReport {
  readonly violations: readonly string[];
  /** Rules that were checked and held. 0 means that axe saw nothing, as with a closed shadow root. */
  readonly passes: number;
}

interface Finding {
  id: string;
  help: string;
  nodes: { target: unknown[] }[];
}

/**
 * Runs axe on the page, or on what `selector` matches, but not the rules of `without`. Frames of the page are left out.
 */
export async function checkAccessibility(
  page: Page,
  selector = 'html',
  without: readonly string[] = [],
): Promise<AccessibilityReport> {
  // By evaluate, not as a script element: the extension's content security policy would refuse that.
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(
    async ([within, rules]) => {
      const { axe } = globalThis as unknown as {
        axe: { run(context: string, options: object): Promise<{ violations: Finding[]; passes: unknown[] }> };
      };
      const result = await axe.run(within, {
        iframes: false,
        resultTypes: ['violations'],
        rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: false }])),
      });
      return { violations: result.violations, passes: result.passes.length };
    },
    [selector, without] as const,
  );
  return {
    violations: violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    ),
    passes,
  };
}
