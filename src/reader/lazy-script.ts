import type { Anchoring } from '../anchoring/anchoring.ts';
import type { TwinReading } from '../twins/twin-reading.ts';
import type { PageToolsMaker } from './page-tools.ts';
import type { SurfaceMaker } from './surface.ts';

/** The scripts that come when a page first needs them, and what each offers. Their names are those of their files. */
export interface LazyScripts {
  /** What is shown: card, editor, list, notices. */
  readonly card: SurfaceMaker;
  /** What can be done with a page beside reading it. */
  readonly tools: PageToolsMaker;
  /** What describes highlights and finds them again. */
  readonly anchoring: Anchoring;
  /** What reads a page beside its twin in the other language. */
  readonly twin: TwinReading;
}

/** Has a script run in this frame, beside the reader; resolves when it has been. */
export type ScriptLoader = (name: keyof LazyScripts) => Promise<void>;

/**
 * Where a script leaves what it offers for the reader: both run in the extension's own world of the page, which the
 * page cannot see into.
 */
const world = globalThis as Record<symbol, unknown>;

function placeOf(name: keyof LazyScripts): symbol {
  return Symbol.for(`policy-gloss ${name}`);
}

/** Called by a script that came on need when it has been run. */
export function offer<Name extends keyof LazyScripts>(name: Name, what: LazyScripts[Name]): void {
  world[placeOf(name)] = what;
}

/**
 * Asks for what a script offers; the script is run at the first need. Rejects when it did not come (the worker may have
 * been stopped under the request): the next need asks again.
 */
export function lazily<Name extends keyof LazyScripts>(
  name: Name,
  load: ScriptLoader,
): () => Promise<LazyScripts[Name]> {
  let loading: Promise<LazyScripts[Name]> | undefined;
  const find = async () => {
    const place = placeOf(name);
    if (!world[place]) await load(name);
    const found = world[place] as LazyScripts[Name] | undefined;
    if (!found) throw new Error(`the script ${name} did not come`);
    return found;
  };
  return () => {
    loading ??= find().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
