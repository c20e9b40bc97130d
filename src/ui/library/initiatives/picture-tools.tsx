import { useState } from 'preact/hooks';
import { localDay } from '../../../text/local-day.ts';
import { Icon } from '../../shared/icon.tsx';
import type { LibraryPorts } from '../ports.ts';
import { savePicture } from './save-picture.ts';

/** Buttons that save a drawing as SVG or PNG, or print the page it stands on. */
export function PictureTools(props: {
  /** Name of the file, without date and ending. */
  fileName: string;
  drawing: () => SVGSVGElement | null | undefined;
  ports: LibraryPorts;
}) {
  const { fileName, drawing, ports } = props;
  const { t } = ports;
  const [failed, setFailed] = useState(false);
  const save = (kind: 'svg' | 'png') => {
    const svg = drawing();
    const name = `policy-gloss-${fileName}-${localDay(ports.now())}`;
    setFailed(false);
    if (svg) savePicture(svg, name, kind, ports).catch(() => setFailed(true));
  };
  return (
    <>
      <button type="button" class="button quiet" onClick={() => save('svg')}>
        <Icon name="export" /> SVG
      </button>
      <button type="button" class="button quiet" onClick={() => save('png')}>
        <Icon name="export" /> PNG
      </button>
      <button type="button" class="button quiet" onClick={() => print()}>
        {t('views.print')}
      </button>
      {failed && (
        <p class="problems" role="status">
          {t('views.tooLarge')}
        </p>
      )}
    </>
  );
}
