import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { LibraryPorts } from '../ports.ts';
import { PictureTools } from './picture-tools.tsx';

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
  const zoomTo = (value: number) => onZoom(Math.min(zoom.most, Math.max(zoom.least, value)));
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
        <PictureTools
          fileName={fileName}
          drawing={() => frame.current?.querySelector<SVGSVGElement>('svg.picture')}
          ports={ports}
        />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the links within */}
      <div ref={frame} class="canvas" onKeyDown={onKeyDown}>
        {children}
      </div>
    </figure>
  );
}
