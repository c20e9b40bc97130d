import type { Surface, SurfaceMaker, SurfaceSettings } from './surface.ts';

/**
 * A surface whose code comes with the first need of it. `maker` has it come, and rejects when it did not: the next need
 * asks again. Until then nothing is shown, so hiding does nothing and no event is ours.
 */
export function createLazySurface(maker: () => Promise<SurfaceMaker>, settings: SurfaceSettings): Surface {
  let surface: Surface | undefined;
  const made = async () => {
    const make = await maker().catch(() => undefined);
    // What an answer that comes late would show, the page would keep: nobody is there any more to take it away.
    if (settings.signal.aborted) return undefined;
    surface ??= make?.(settings);
    return surface;
  };
  /** Number of the latest demand on the panel: what was hidden or replaced in the meantime is not shown. */
  let demand = 0;
  const show = (mine: number, draw: (ready: Surface) => void) => {
    void made().then((ready) => {
      if (ready && mine === demand) draw(ready);
    });
  };
  return {
    prepare: () => void made(),
    showCard: (view) => show(++demand, (ready) => ready.showCard(view)),
    showHighlight: (view) => show(++demand, (ready) => ready.showHighlight(view)),
    showEntry: (view) => show(++demand, (ready) => ready.showEntry(view)),
    showTerms: (view) => show(++demand, (ready) => ready.showTerms(view)),
    showSelection: (view) => void made().then((ready) => ready?.showSelection(view)),
    showNotice: (view) => void made().then((ready) => ready?.showNotice(view)),
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
