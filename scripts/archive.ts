import { type Zippable, zipSync } from 'fflate';

/** A file of an archive: its path with forward slashes, and what is in it. */
export interface ArchivedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Every file carries this time: the earliest that a zip can hold, local as zips have it. */
const TIME = new Date(1980, 0, 1);

/** Zips files so that the same files give the same bytes, whenever and in whatever order they were read. */
export function archive(files: readonly ArchivedFile[]): Uint8Array {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const entries: Zippable = Object.fromEntries(
    sorted.map(({ path, bytes }) => [path, [bytes, { level: 9, mtime: TIME, os: 3, attrs: 0o644 << 16 }]]),
  );
  return zipSync(entries);
}
