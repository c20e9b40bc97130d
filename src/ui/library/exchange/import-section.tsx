import { useRef, useState } from 'preact/hooks';
import { type Done, DoneLine } from '../done-line.tsx';
import type { LibraryPorts } from '../ports.ts';
import { ImportWizard } from './import-wizard.tsx';
import { RestorePreview } from './restore-preview.tsx';

/** Bytes at the start of a file in which our own say what they are. */
const HEAD = 1_000;

/** Whether a file is a backup of ours: highlights and entries as they were, to be restored and not mapped. */
async function isBackup(file: File): Promise<boolean> {
  return /"formatName"\s*:\s*"policy-gloss"/.test(await file.slice(0, HEAD).text());
}

interface Incoming {
  readonly kind: 'list' | 'backup';
  readonly file: File;
  readonly number: number;
}

/** A file on its way in, chosen or dropped: lists by the wizard, backups of ours as they are. */
export function ImportSection({ ports, onImported }: { ports: LibraryPorts; onImported: () => void }) {
  const { t } = ports;
  const [incoming, setIncoming] = useState<Incoming>();
  const [done, setDone] = useState<Done>();
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const take = async (file: File | null | undefined) => {
    if (!file) return;
    setDone(undefined);
    const kind = (await isBackup(file)) ? 'backup' : 'list';
    setIncoming((before) => ({ kind, file, number: (before?.number ?? 0) + 1 }));
  };
  const finish = (result: Done) => {
    setIncoming(undefined);
    setDone(result);
    onImported();
  };
  return (
    <section
      class={isOver ? 'drop over' : 'drop'}
      aria-labelledby="import-title"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <h2 id="import-title">{t('exchange.importTitle')}</h2>
      <p class="hint">{t('intake.hint')}</p>
      <p>
        <button type="button" class="button" onClick={() => chooser.current?.click()}>
          {t('exchange.choose')}
        </button>
        {/* The browser would name its own button in its own language. */}
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label={t('exchange.choose')}
          onChange={(event) => {
            const input = event.currentTarget;
            void take(input.files?.[0]).then(() => {
              // The same file may be chosen again.
              input.value = '';
            });
          }}
        />
      </p>
      {incoming?.kind === 'list' && (
        <ImportWizard
          key={incoming.number}
          file={incoming.file}
          ports={ports}
          onImported={onImported}
          onClose={() => setIncoming(undefined)}
        />
      )}
      {incoming?.kind === 'backup' && (
        <RestorePreview
          key={incoming.number}
          file={incoming.file}
          action={t('exchange.import')}
          ports={ports}
          onDone={finish}
          onCancel={() => setIncoming(undefined)}
        />
      )}
      <DoneLine done={done} ports={ports} onUndone={onImported} />
    </section>
  );
}
