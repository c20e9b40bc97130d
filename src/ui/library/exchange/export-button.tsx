import { useState } from 'preact/hooks';
import { ExportDialog } from './export-dialog.tsx';
import type { ExportPorts, ExportSubject } from './export-ports.ts';

/** A button that opens the dialog for exports; without records it rests. */
export function ExportButton(props: { label: string; subject: () => ExportSubject; ports: ExportPorts }) {
  const { label, subject, ports } = props;
  // The records are those of the moment of the press, whatever happens behind the dialog.
  const [open, setOpen] = useState<ExportSubject>();
  return (
    <>
      <button type="button" class="button" aria-haspopup="dialog" onClick={() => setOpen(subject())}>
        {label}
      </button>
      {open && <ExportDialog subject={open} ports={ports} onClose={() => setOpen(undefined)} />}
    </>
  );
}
