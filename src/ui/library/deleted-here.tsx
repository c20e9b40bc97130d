import type { LibraryPorts } from './ports.ts';
import { hashOf } from './route.ts';

/**
 * Says how many records of a backup were deleted here after it was made: the later deed counts, so restoring leaves
 * them out, and highlights come back from the bin. Nothing where there are none.
 */
export function DeletedHere({
  records,
  ports,
}: {
  records: readonly { readonly id: string; readonly deletedAt?: string | undefined }[];
  ports: LibraryPorts;
}) {
  const { t } = ports;
  const deleted = new Set(
    [...(ports.highlights.value ?? []), ...(ports.entries.value ?? [])]
      .filter(({ deletedAt }) => deletedAt !== undefined)
      .map(({ id }) => id),
  );
  const count = records.filter(({ id, deletedAt }) => deletedAt === undefined && deleted.has(id)).length;
  if (count === 0) return null;
  return (
    <p>
      {t('backup.inBin', { count })} <a href={hashOf('highlights', 'bin')}>{t('backup.toBin')}</a>
    </p>
  );
}
