import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from '../../shared/icon.tsx';
import type { LibraryPorts } from '../ports.ts';
import { savePicture } from './save-picture.ts';

interface FrameProps {
  /** Name of the file when it is saved, without date and ending. */
  readonly fileName: string;
  readonly zoom: { readonly value: number; readonly least: number; readonly most: number };
  onZoom(value: number): void;
  readonly ports: LibraryPorts;
  readonly children: ComponentChildren;
}

/** One press of a zoom button. */
const ZOOM_STEP = 1.25;

/** A picture with what can be done with it: nearer, farther, save, print. Keys + and - zoom while it has the focus. */
export function PictureFrame({ fileName, zoom, onZoom, ports, children }: FrameProps) {
  const { t } = ports;
  const frame = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const zoomTo = (value: number) => onZoom(Math.min(zoom.most, Math.max(zoom.least, value)));
  const save = (kind: 'svg' | 'png') => {
    const svg = frame.current?.querySelector<SVGSVGElement>('svg.picture');
    const name = `policy-gloss-${fileName}-${ports.now().toISOString().slice(0, 10)}`;
    setFailed(false);
    if (svg) savePicture(svg, name, kind, ports).catch(() => setFailed(true));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === '+' || event.key === '=') zoomTo(zoom.value * ZOOM_STEP);
    else if (event.key === '-') zoomTo(zoom.value / ZOOM_STEP);
  };
  return (
    <figure class="frame">
      <div class="actions tools">
        <button
          type="button"
          class="button quiet"
          disabled={zoom.value <= zoom.least}
          onClick={() => zoomTo(zoom.value / ZOOM_STEP)}
        >
          {t('views.farther')}
        </button>
        <button
          type="button"
          class="button quiet"
          disabled={zoom.value >= zoom.most}
          onClick={() => zoomTo(zoom.value * ZOOM_STEP)}
        >
          {t('views.nearer')}
        </button>
        <span class="gap" />
        <button type="button" class="button quiet" onClick={() => save('svg')}>
          <Icon name="export" /> SVG
        </button>
        <button type="button" class="button quiet" onClick={() => save('png')}>
          <Icon name="export" /> PNG
        </button>
        <button type="button" class="button quiet" onClick={() => print()}>
          {t('views.print')}
        </button>
      </div>
      {failed && (
        <p class="problems" role="status">
          {t('views.tooLarge')}
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the links within */}
      <div ref={frame} class="canvas" onKeyDown={onKeyDown}>
        {children}
      </div>
    </figure>
  );
}
