/** Reads the modules of the house and tells which imports break its rules. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser';
import { forbidden, packagePattern, packagesKeptOutOfPages, pageEntrypoints, rooms } from './import-rules.ts';

/** One import, or chain of imports, that may not be. */
export interface ImportProblem {
  readonly rule: string;
  /** Paths from the importing module to the imported one. */
  readonly path: readonly string[];
}

/** What the check found. */
export interface ImportReport {
  /** Modules of ours that were read, relative to the root. */
  readonly read: readonly string[];
  /** Modules of ours on disk that were not read: the check would be blind to them. */
  readonly unread: readonly string[];
  readonly problems: readonly ImportProblem[];
  /** Imports that a room may make and does not, such as `ui → matching`: the rules say more than the house. */
  readonly unused: readonly string[];
}

const folders = ['src', 'entrypoints'];
const source = /(?<!\.d)\.(ts|tsx|mts|js|mjs|jsx)$/;

/** Source files below the product folders of `root`, relative to it, sorted. */
export function sourceFiles(root: string): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name.replaceAll('\\', '/')}`,
      ),
    )
    .filter((name) => source.test(name))
    .sort();
}

/** Shortest chain of run-time imports from `start` to a package in `names`, if there is one. */
function chainToPackage(start: string, modules: ReadonlyMap<string, IModule>, names: readonly string[]) {
  const wanted = names.map((name) => new RegExp(packagePattern(name)));
  const seen = new Set([start]);
  const queue: string[][] = [[start]];
  for (let chain = queue.shift(); chain; chain = queue.shift()) {
    const dependencies = modules.get(chain.at(-1) ?? '')?.dependencies ?? [];
    for (const { resolved, dependencyTypes } of dependencies) {
      if (dependencyTypes.includes('type-only') || seen.has(resolved)) continue;
      seen.add(resolved);
      if (wanted.some((pattern) => pattern.test(resolved))) return [...chain, resolved];
      queue.push([...chain, resolved]);
    }
  }
  return undefined;
}

/** Heavy packages that the entrypoints running in pages reach at run time. */
function pageProblems(modules: ReadonlyMap<string, IModule>): ImportProblem[] {
  return [...modules.keys()]
    .filter((name) => pageEntrypoints.test(name))
    .flatMap((start) => packagesKeptOutOfPages.map((name) => chainToPackage(start, modules, [name])))
    .filter((path) => path !== undefined)
    .map((path) => ({ rule: 'light-in-pages', path }));
}

/** Allowances of rooms that none of their modules makes use of. */
function unusedAllowances(modules: ReadonlyMap<string, IModule>): string[] {
  return Object.entries(rooms).flatMap(([name, room]) => {
    const imported = [...modules.values()]
      .filter(({ source: from }) => from.startsWith(`src/${name}/`))
      .flatMap(({ dependencies }) => dependencies.map(({ resolved }) => resolved));
    const uses = (pattern: RegExp) => imported.some((resolved) => pattern.test(resolved));
    return [
      ...room.rooms.filter((other) => !uses(new RegExp(`^src/${other}/`))),
      ...room.packages.filter((other) => !uses(new RegExp(packagePattern(other)))),
    ].map((other) => `${name} → ${other}`);
  });
}

/** Checks the imports of the project at `root` against `forbidden` and against what may run in pages. */
export async function checkImports(root: string): Promise<ImportReport> {
  const { output } = await cruise(
    folders,
    {
      baseDir: root,
      // TypeScript 7 has no compiler API: with the default parser no TypeScript module would be read at all.
      parser: 'swc',
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      ruleSet: { forbidden },
      validate: true,
    },
    { exportsFields: ['exports'], conditionNames: ['types', 'import', 'default'] },
  );
  const result = output as ICruiseResult;
  const modules = new Map(result.modules.map((module) => [module.source, module]));
  const onDisk = sourceFiles(root);
  const problems = result.summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    path: cycle ? [from, ...cycle.map(({ name }) => name)] : [from, to],
  }));
  return {
    read: onDisk.filter((name) => modules.has(name)),
    unread: onDisk.filter((name) => !modules.has(name)),
    problems: [...problems, ...pageProblems(modules)],
    unused: unusedAllowances(modules),
  };
}
