/** One thing that a release brought, in the languages of the interface. */
export interface ReleaseItem {
  readonly 'zh-TW': string;
  readonly en: string;
  /** Place in the library where it can be seen, such as `#/settings`. */
  readonly to?: string;
}

/** A release as its users are told of it; `assets/releases.json` holds them, newest first. */
export interface Release {
  /** As in the manifest, such as `0.1.0`. */
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly items: readonly ReleaseItem[];
}

/** Order of two versions of dotted numbers: negative when `one` is the older. A missing part counts as 0. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [one, other].map((version) => version.split('.').map(Number)) as [number[], number[]];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Releases after version `previous` up to `current`, newest first: what somebody who updated has not been told. */
export function releasesBetween(releases: readonly Release[], previous: string, current: string): Release[] {
  return releases
    .filter(({ version }) => compareVersions(version, previous) > 0 && compareVersions(version, current) <= 0)
    .toSorted((one, other) => compareVersions(other.version, one.version));
}
