/** One package in package-lock.json, as far as is needed here. */
interface LockedPackage {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

/** What is read of package-lock.json (version 3). */
export interface PackageLock {
  packages: Record<string, LockedPackage>;
}

const systems =
  /(?:^|[-/])(android|darwin|linux|win32|windows|freebsd|openbsd|netbsd|sunos|aix|openharmony)(?=-|$)/;
const processors = /(?:^|-)(arm64|x64|ia32|arm|ppc64|s390x|riscv64|loong64|mips64el|wasm32)(?=-|$)/;

/** Where a package carries its platform in its name, npm's fields for it: by them npm skips it elsewhere. */
function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  if (name === 'fsevents') return { os: ['darwin'] };
  const os = systems.exec(name)?.[1];
  const cpu = processors.exec(name)?.[1];
  const libc = /-musl/.test(name) ? 'musl' : /-gnu/.test(name) ? 'glibc' : undefined;
  return {
    ...(os && { os: [os] }),
    ...(cpu && { cpu: [cpu] }),
    ...(os === 'linux' && libc && { libc: [libc] }),
  };
}

/** Whether a package at `from` finds `name`, by Node's rule: in the nearest node_modules upwards. */
function isFound({ packages }: PackageLock, from: string, name: string): boolean {
  let folder = from;
  while (folder !== '') {
    if (`${folder}/node_modules/${name}` in packages) return true;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1));
  }
  return `node_modules/${name}` in packages;
}

/** Optional packages that a package in the lock asks for and that the lock does not hold, with the entry they need. */
export function missingOptional(lock: PackageLock): { key: string; entry: LockedPackage }[] {
  return Object.entries(lock.packages).flatMap(([from, { dev, optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isFound(lock, from, name))
      .map(([name, range]) => ({
        key: `node_modules/${name}`,
        entry: {
          version: range.replace(/^[~^]/, ''),
          ...platformOf(name),
          ...(dev && { dev }),
          optional: true,
        },
      })),
  );
}
