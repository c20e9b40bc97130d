import type { Surface } from './surface.ts';

/** What a surface is made with. */
export interface SurfaceSettings {
  readonly language: 'zh-TW' | 'en';
  readonly theme: 'auto' | 'light' | 'dark';
  /** Width of the card, CSS px. */
  readonly cardWidth: number;
  /** Size of its text, per cent. */
  readonly textSize: number;
  readonly signal: AbortSignal;
}

type SurfaceMaker = (settings: SurfaceSettings) => Surface;

/**
 * Where the script of the surface leaves its maker for the reader: both run in the extension's own world of the page,
 * which the page cannot see into.
 */
const OFFER = Symbol.for('policy-gloss surface');

const world = globalThis as { [OFFER]?: SurfaceMaker };

/** Called by the script of the surface when it has been run. */
export function offerSurface(maker: SurfaceMaker): void {
  world[OFFER] = maker;
}

/**
 * A surface whose code comes with the first need of it. `load` has the script run and resolves when it has been.
 * Until then nothing is shown, so hiding does nothing and no event is ours.
 */
export function createLazySurface(load: () => Promise<void>, settings: SurfaceSettings): Surface {
  let surface: Surface | undefined;
  let loading: Promise<Surface | undefined> | undefined;
  const make = async () => {
    if (!world[OFFER]) await load();
    if (settings.signal.aborted) return undefined;
    surface = world[OFFER]?.(settings);
    return surface;
  };
  const loaded = () => {
    loading ??= make().catch(() => {
      // The worker may have been stopped under the request: the next need asks again.
      loading = undefined;
      return undefined;
    });
    return loading;
  };
  /** Number of the latest demand on the panel: what was hidden or replaced in the meantime is not shown. */
  let demand = 0;
  const show = (mine: number, draw: (ready: Surface) => void) => {
    void loaded().then((ready) => {
      if (ready && mine === demand) draw(ready);
    });
  };
  return {
    prepare: () => void loaded(),
    showCard: (view) => show(++demand, (ready) => ready.showCard(view)),
    showHighlight: (view) => show(++demand, (ready) => ready.showHighlight(view)),
    showTerms: (view) => show(++demand, (ready) => ready.showTerms(view)),
    showSelection: (view) => void loaded().then((ready) => ready?.showSelection(view)),
    showNotice: (view) => void loaded().then((ready) => ready?.showNotice(view)),
    hide: () => {
      demand++;
      surface?.hide();
    },
    hideSelection: () => surface?.hideSelection(),
    box: () => surface?.box(),
    owns: (event) => surface?.owns(event) ?? false,
    key: (event) => surface?.key(event),
    focus: () => surface?.focus(),
  };
}
