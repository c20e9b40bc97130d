import { useEffect, useState } from 'preact/hooks';
import type { PackRecord } from '../../glossary/pack-record.ts';
import { BackupSection } from './backup-section.tsx';
import { ExportButton } from './exchange/export-button.tsx';
import { bundledSubject, highlightSubject, ownSubject, packSubject } from './exchange/export-subjects.ts';
import { ImportSection } from './exchange/import-section.tsx';
import type { LibraryPorts } from './ports.ts';

/** Everything out, and back in: the file is validated and previewed before anything is written. */
export function ExchangePage({ ports }: { ports: LibraryPorts }) {
  const { t } = ports;
  const highlights = (ports.highlights.value ?? []).filter(({ deletedAt }) => !deletedAt);
  const entries = (ports.entries.value ?? []).filter(({ deletedAt }) => !deletedAt);
  const [packs, setPacks] = useState<readonly PackRecord[]>([]);
  const readPacks = () =>
    void ports.listPacks().then((all) => setPacks(all.filter(({ origin, count }) => origin && count > 0)));
  useEffect(readPacks, []);
  return (
    <>
      <h1>{t('library.exchange')}</h1>
      <section>
        <h2>{t('exchange.exportTitle')}</h2>
        <p class="hint">{t('export.hint')}</p>
        <p class="actions">
          {highlights.length > 0 && (
            <ExportButton
              label={t('export.open.highlights')}
              subject={() => highlightSubject({ all: highlights }, ports)}
              ports={ports}
            />
          )}
          {entries.length > 0 && (
            <ExportButton
              label={t('export.open.mine')}
              subject={() => ownSubject(entries, ports)}
              ports={ports}
            />
          )}
          {packs.map((pack) => (
            <ExportButton
              key={pack.id}
              label={t('export.open.pack', { title: pack.title })}
              subject={() => packSubject(pack)}
              ports={ports}
            />
          ))}
          <ExportButton
            label={t('export.open.bundled')}
            subject={() => bundledSubject(ports)}
            ports={ports}
          />
        </p>
      </section>
      <ImportSection ports={ports} onImported={readPacks} />
      <BackupSection ports={ports} onRestored={readPacks} />
    </>
  );
}
