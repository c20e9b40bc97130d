import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk in memory that is small enough to be filled. */
export interface SmallDisk {
  readonly folder: string;
  unmount(): void;
}

/** Mounts a disk of `size` MiB. Throws where that is not allowed: it takes Linux and the rights of root. */
export function mountSmallDisk(size: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'policy-gloss-disk-'));
  const unmount = () => {
    spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  };
  const { status, error, stderr } = spawnSync(
    'mount',
    ['-t', 'tmpfs', '-o', `size=${size}m`, 'tmpfs', folder],
    {
      encoding: 'utf8',
    },
  );
  if (status === 0) return { folder, unmount };
  rmSync(folder, { recursive: true, force: true });
  throw new Error(`A full disk can only be tried on Linux as root: ${error?.message ?? stderr.trim()}`);
}

/** Whether a small disk can be mounted here. */
export function canMountDisks(): boolean {
  try {
    mountSmallDisk(1).unmount();
    return true;
  } catch {
    return false;
  }
}
