import type { HighlightColour } from '../highlights/highlight.ts';
import { HOST_NAME } from '../page/readable.ts';
import { keepRange } from './keep-range.ts';
import type { KeptHighlights } from './kept-highlights.ts';
import type { PageTerms } from './page-terms.ts';
import type { Point } from './placement.ts';
import type { ReaderPorts } from './ports.ts';
import type { Surface } from './surface.ts';

/** What keeping and editing highlights needs. */
export interface HighlightDeskOptions {
  readonly ports: ReaderPorts;
  readonly surface: Surface;
  readonly root: HTMLElement;
  readonly page: { address: string; title: string; agency?: string };
  readonly settings: { readonly selectionButton: boolean };
}

/** Keeps selections as highlights and edits those that are on the page. */
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

  /** Keeps the selected text as a highlight; says so when nothing is selected. */
  async keepSelection(colour: HighlightColour): Promise<void> {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) {
      this.#options.surface.showNotice({ text: 'notice.nothingSelected' });
      return;
    }
    await this.keep(selection.getRangeAt(0).cloneRange(), colour);
    selection.removeAllRanges();
  }

  /** Offers colours beside the selection, if there is one that can be kept. */
  offerSelection(): void {
    const { surface, settings } = this.#options;
    const selection = getSelection();
    if (!settings.selectionButton || !selection || selection.isCollapsed || selection.rangeCount === 0)
      return;
    const range = selection.getRangeAt(0);
    const words = selection.toString().trim();
    if (words.length < 2 || !this.#isReadable(range)) return;
    const boxes = [...range.getClientRects()];
    const anchor = boxes.at(-1);
    if (!anchor) return;
    const kept = range.cloneRange();
    surface.showSelection({
      anchor,
      keep: (colour) => {
        surface.hideSelection();
        getSelection()?.removeAllRanges();
        void this.keep(kept, colour);
      },
    });
  }

  #isReadable(range: Range): boolean {
    const node = range.commonAncestorContainer;
    const element = node instanceof Element ? node : node.parentElement;
    return !element?.closest(
      `input, textarea, select, [contenteditable]:not([contenteditable="false"]), ${HOST_NAME}`,
    );
  }

  /** Opens the editor of the highlight at a point of the viewport, if there is one. */
  editAt(point: Point): void {
    const found = this.#kept.at(point);
    if (found) this.#edit(found.range, found.highlight.id);
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

  #edit(range: Range, id: string): void {
    const { ports, surface } = this.#options;
    const found = this.#kept.highlight(id);
    const anchor = range.getClientRects()[0];
    if (!found || !anchor) return;
    this.#editing = id;
    surface.showHighlight({
      highlight: found,
      anchor,
      change: async (change) => {
        await ports.changeHighlight(id, change);
        await this.#kept.refresh();
      },
      remove: async () => {
        this.closeEditor();
        await ports.removeHighlight(id);
        await this.#kept.refresh();
        this.#options.surface.showNotice({
          text: 'notice.removed',
          undo: () => void ports.restoreHighlight(id).then(() => this.#kept.refresh()),
        });
      },
      openLibrary: () => void ports.openLibrary(`#/highlights/${id}`),
      close: () => this.closeEditor(),
    });
  }

  closeEditor(): void {
    if (!this.#editing) return;
    this.#editing = undefined;
    this.#options.surface.hide();
  }

  /** Keeps a range as a highlight, and says whether it was. */
  async keep(range: Range, colour: HighlightColour): Promise<void> {
    const { ports, root, page } = this.#options;
    try {
      const stored = await keepRange(range, colour, { ports, root, page, terms: this.#terms });
      await this.#kept.refresh();
      this.#options.surface.showNotice({
        text: 'notice.kept',
        undo: () => void ports.removeHighlight(stored.id).then(() => this.#kept.refresh()),
      });
    } catch {
      this.#options.surface.showNotice({ text: 'notice.failed' });
    }
  }
}
