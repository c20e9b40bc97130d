import { v4 as uuid } from 'uuid';
import type { Anchoring } from '../anchoring/anchoring.ts';
import type { HighlightColour, Reanchoring } from '../highlights/highlight.ts';
import { HOST_NAME } from '../page/readable.ts';
import { keepRange } from './keep-range.ts';
import type { KeptHighlights } from './kept-highlights.ts';
import { withEdgeMoved } from './moved-edge.ts';
import type { PageTerms } from './page-terms.ts';
import type { Point } from './placement.ts';
import type { EncodedPage, ReaderPorts } from './ports.ts';
import type { ColourNames, Edge, NoticeView, Surface } from './surface.ts';
import { takeBack } from './take-back.ts';

/** What the tools work with; all is handed in. */
export interface HighlightDeskOptions {
  readonly ports: ReaderPorts;
  readonly surface: Surface;
  readonly anchoring: () => Promise<Anchoring>;
  readonly root: HTMLElement;
  readonly page: { address: string; url: string; title: string; agency?: string };
  readonly settings: { selectionButton: boolean; colourNames: ColourNames };
  /** The date that the page gives for itself, as far as it gives it. */
  pageDate(): string | undefined;
  /** Opens the editor of an entry with the selected words. */
  collectSelection(): void;
}

/** The key of the notice for a write that failed. */
function failureText(error: unknown): 'mark.storeFailed' | 'notice.failed' {
  return (error as { code?: unknown } | null)?.code === 'storage' ? 'mark.storeFailed' : 'notice.failed';
}

/** Keeping, editing and putting right highlights on one page. */
export class HighlightDesk {
  readonly #options: HighlightDeskOptions;
  readonly #kept: KeptHighlights;
  readonly #terms: PageTerms;
  #editing: string | undefined;

  constructor(options: HighlightDeskOptions, kept: KeptHighlights, terms: PageTerms) {
    this.#options = options;
    this.#kept = kept;
    this.#terms = terms;
  }

  /** Whether the editor of a highlight is open. */
  get isEditing(): boolean {
    return this.#editing !== undefined;
  }

  /** Keeps the selected text as a highlight. False when nothing is selected. */
  keepSelection(colour: HighlightColour): boolean {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return false;
    void this.keep(selection.getRangeAt(0).cloneRange(), colour).then((isKept) => {
      if (isKept) selection.removeAllRanges();
    });
    return true;
  }

  /**
   * Keeps a range; when the store fails the reader is told and may try again. Resolves to whether it was kept. Tried again
   * it has the same `id`: it may be stored already, and only the answer was lost.
   */
  async keep(range: Range, colour: HighlightColour, id: string = uuid()): Promise<boolean> {
    const { ports, surface, anchoring, root, page } = this.#options;
    const kept = this.#kept;
    const pageDate = this.#options.pageDate();
    const { url, ...document } = page;
    try {
      await keepRange(
        range,
        { id, colour },
        {
          ports,
          anchoring,
          root,
          page: {
            ...document,
            ...(url !== page.address && { url }),
            ...(pageDate && { pageDate }),
          },
          terms: this.#terms,
        },
      );
    } catch (error) {
      this.#notice({ text: failureText(error), retry: () => void this.keep(range, colour, id) });
      return false;
    }
    // It is stored: where the page cannot read it back now, it will with the next notice or visit.
    const refresh = () => kept.refresh().catch(() => {});
    await refresh();
    this.#notice({
      text: 'notice.kept',
      undo: takeBack(() => ports.removeHighlight(id).then(refresh), surface),
    });
    return true;
  }

  /**
   * Looks for the passage that is most like a lost highlight, and selects it: the reader may put the highlight onto it,
   * or let it be.
   */
  async search(id: string): Promise<void> {
    const highlight = this.#kept.highlight(id);
    if (!highlight) return;
    const { alike } = await this.#options.anchoring();
    const range = alike(highlight.quote, this.#options.root);
    if (!range) return this.#notice({ text: 'mark.nothingAlike' });
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    this.offerSelection(true);
  }

  /**
   * Shows the colours beside the selection, if there is one that can be kept. `isAsked`: the reader asked for it, so it
   * is shown even when the button is turned off.
   */
  offerSelection(isAsked = false): void {
    const { surface, settings } = this.#options;
    const kept = this.#kept;
    const selection = getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
    if (!settings.selectionButton && !isAsked) return;
    const range = selection.getRangeAt(0);
    const words = selection.toString().trim();
    if (words.length < 2 || !this.#isReadable(range)) return;
    const anchor = [...range.getClientRects()].at(-1);
    if (!anchor) return;
    const chosen = range.cloneRange();
    const finish = () => {
      surface.hideSelection();
      getSelection()?.removeAllRanges();
    };
    surface.showSelection({
      anchor,
      colourNames: settings.colourNames,
      lost: kept.lost,
      touched: kept.touching(range)[0],
      keep: (colour) => {
        finish();
        void this.keep(chosen, colour);
      },
      putOnto: (id) => {
        finish();
        void this.#putOnto(id, chosen);
      },
      collect: () => this.#options.collectSelection(),
    });
  }

  /** Scrolls to a highlight and opens its editor. False when it is not on the page. */
  show(id: string): boolean {
    const range = this.#kept.rangeOf(id);
    const element = range?.startContainer.parentElement;
    if (!range || !element) return false;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    this.#edit(range, id);
    return true;
  }

  /** Opens the editor of the highlight at a point of the viewport, if there is one. */
  editAt(point: Point): void {
    const found = this.#kept.at(point);
    if (found) this.#edit(found.range, found.highlight.id);
  }

  /** Opens the editor of a highlight beside its first line. */
  #edit(range: Range, id: string): void {
    const { ports, surface, settings } = this.#options;
    const kept = this.#kept;
    const highlight = kept.highlight(id);
    const anchor = range.getClientRects()[0];
    if (!highlight || !anchor) return;
    this.#editing = id;
    surface.showHighlight({
      highlight,
      anchor,
      watch: (onChange) => kept.watch(() => onChange(kept.highlight(id))),
      colourNames: settings.colourNames,
      change: (change) => this.#write(() => ports.changeHighlight(id, change)),
      adjust: (edge, direction) => this.#adjust(id, edge, direction),
      settle: (how) => this.#write(() => ports.settleHighlight(id, how)),
      listTags: () => ports.listTags().catch(() => []),
      remove: async () => {
        await this.#write(() => ports.removeHighlight(id));
        this.closeEditor();
        this.#notice({
          text: 'notice.removed',
          undo: takeBack(
            () => ports.restoreHighlight(id).then(() => kept.refresh().catch(() => {})),
            surface,
          ),
        });
      },
      openLibrary: () => void ports.openLibrary(`#/highlights/${id}`),
      close: () => this.closeEditor(),
    });
  }

  /** Closes the editor if it is open. */
  closeEditor(): void {
    if (!this.#editing) return;
    this.#editing = undefined;
    this.#options.surface.hide();
  }

  /** A write from the editor: the editor stays as it is when it fails, with all that was typed. */
  async #write(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#notice({ text: failureText(error), retry: () => void this.#write(work).catch(() => {}) });
      throw error;
    }
    await this.#kept.refresh().catch(() => {});
  }

  async #adjust(id: string, edge: Edge, direction: 'wider' | 'narrower'): Promise<string> {
    const kept = this.#kept;
    const range = kept.rangeOf(id);
    const quote = kept.highlight(id)?.quote ?? '';
    if (!range) return quote;
    const words = await this.#words(withEdgeMoved(range, edge, direction));
    if (!words) return quote;
    await this.#write(() => this.#options.ports.reanchorHighlight(id, words.to, words.page));
    return words.to.quote;
  }

  async #putOnto(id: string, range: Range): Promise<void> {
    const words = await this.#words(range);
    if (!words) return;
    try {
      await this.#write(() => this.#options.ports.reanchorHighlight(id, words.to, words.page));
      this.#notice({ text: 'mark.moved' });
    } catch {
      // The reader was told, with a way to try again.
    }
  }

  async #words(range: Range): Promise<{ to: Reanchoring; page: EncodedPage } | undefined> {
    const { describe } = await this.#options.anchoring();
    const { words, page } = await describe([range], this.#options.root);
    return words[0] ? { to: words[0], page } : undefined;
  }

  #isReadable(range: Range): boolean {
    const node = range.commonAncestorContainer;
    const element = node instanceof Element ? node : node.parentElement;
    return !element?.closest(
      `input, textarea, select, [contenteditable]:not([contenteditable="false"]), ${HOST_NAME}`,
    );
  }

  #notice(view: NoticeView): void {
    this.#options.surface.showNotice(view);
  }
}
