import { v4 as uuid } from 'uuid';
import type { EntryTerm, GlossaryEntry, TermContext } from '../glossary/entry.ts';
import { entryOfConceptId } from '../glossary/entry-concept.ts';
import { entryWith, plainWording } from '../glossary/new-entry.ts';
import { MY_PACK } from '../glossary/pack-ids.ts';
import type { Card } from '../initiatives/card-model.ts';
import { preferredWording } from '../initiatives/preferred-wording.ts';
import { blockAround } from '../page/block-around.ts';
import { offsetInBlock } from '../page/locate.ts';
import { localDay } from '../text/local-day.ts';
import { sentenceAround } from '../text/sentence.ts';
import type { Box } from './placement.ts';
import type { ReaderPorts } from './ports.ts';
import type { Surface } from './surface.ts';
import { takeBack } from './take-back.ts';
import type { TermHit } from './term-hit.ts';

/** What collecting works with; all is handed in. */
export interface CollectingOptions {
  readonly ports: Pick<ReaderPorts, 'collect' | 'putEntry' | 'removeEntry' | 'alike' | 'openLibrary'>;
  readonly surface: Pick<Surface, 'showNotice' | 'showEntry' | 'hide' | 'hideSelection'>;
  readonly page: { url: string; title: string };
}

/** Longest selection that is taken for a term, UTF-16 units: beyond it somebody wants a highlight. */
const LONGEST_TERM = 200;

/** Text around a selection whose pairs in brackets are looked at, UTF-16 units to either side. */
const AROUND = 400;

/** The wording that a card offers first on one side, as a term of an entry. */
function termsFrom(card: Card, side: 'zh' | 'en'): EntryTerm[] {
  const wording = preferredWording(card, side);
  return wording ? [plainWording(wording.lang, wording.text, { status: wording.status })] : [];
}

/** Where words stood in a block of the page. */
function contextIn(text: string, start: number, end: number, page: CollectingOptions['page']): TermContext {
  return {
    sentence: sentenceAround(text, start, end),
    title: page.title,
    address: page.url,
    collectedOn: localDay(new Date()),
  };
}

function draft(facts: Pick<GlossaryEntry, 'terms' | 'contexts'> & Partial<GlossaryEntry>): GlossaryEntry {
  const now = new Date().toISOString();
  return entryWith({ id: uuid(), pack: MY_PACK, createdAt: now, updatedAt: now, ...facts });
}

/** Words selected on the page, with the block they stand in. */
interface SelectedWords {
  readonly words: string;
  readonly anchor: Box;
  readonly context: TermContext;
  /** Text around the words, for what it says of them. */
  readonly around: string;
}

/** An entry in the editor, with where it is shown and the text of the page around its words. */
interface EditedEntry {
  readonly entry: GlossaryEntry;
  /** Whether the store has it, as it was when the editor was opened. */
  readonly isStored: boolean;
  readonly anchor: Box;
  readonly around: string;
}

/** Puts terms of the page into the reader's own glossary: from a card at once, from a selection through the editor. */
export class Collecting {
  readonly #options: CollectingOptions;
  #edited: EditedEntry | undefined;

  constructor(options: CollectingOptions) {
    this.#options = options;
  }

  /** Whether the editor of an entry is open. */
  get isEditing(): boolean {
    return this.#edited !== undefined;
  }

  /** Puts the term of a card into the glossary and says so. Rejects when it could not be stored. */
  async collect(card: Card, target: TermHit, anchor: Box): Promise<void> {
    const { ports, surface, page } = this.#options;
    const { start, end } = target;
    const { text } = target.block;
    const stored = entryOfConceptId(card.id);
    const entry = draft({
      // Collected from the reader's own entry it is that entry, with one more place.
      ...(stored !== undefined && card.pack?.id === MY_PACK && { id: stored }),
      ...(stored === undefined && { concept: card.id }),
      kind: card.kind,
      terms: [...termsFrom(card, 'zh'), ...termsFrom(card, 'en')],
      contexts: [contextIn(text, start, end, page)],
    });
    try {
      const kept = await ports.collect(entry);
      surface.showNotice({
        text: 'notice.collected',
        edit: () => this.#edit({ entry: kept, isStored: true, anchor, around: text }),
      });
    } catch (error) {
      surface.showNotice({ text: 'notice.failed' });
      throw error;
    }
  }

  /** Opens the editor for the selected words; says so when nothing is selected. */
  editSelection(): void {
    const { surface } = this.#options;
    const selected = this.#selectedWords();
    if (!selected) {
      surface.showNotice({ text: 'notice.nothingSelected' });
      return;
    }
    const { words, anchor, context, around } = selected;
    surface.hideSelection();
    const lang = /\p{Script=Han}/u.test(words) ? 'zh-Hant' : 'en';
    const entry = draft({ terms: [plainWording(lang, words)], contexts: [context] });
    this.#edit({ entry, isStored: false, anchor, around });
  }

  /** Closes the editor if it is open; what was written in it is kept. */
  close(): void {
    if (!this.#edited) return;
    this.#edited = undefined;
    this.#options.surface.hide();
  }

  #selectedWords(): SelectedWords | undefined {
    const selection = getSelection();
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
    const words = selection?.toString().replace(/\s+/g, ' ').trim() ?? '';
    const anchor = range && [...range.getClientRects()].at(-1);
    if (!range || !anchor || words === '' || words.length > LONGEST_TERM) return undefined;
    const { page } = this.#options;
    const block = blockAround(range.startContainer);
    if (!block) return { words, anchor, around: words, context: contextIn(words, 0, words.length, page) };
    const start = offsetInBlock(block, range.startContainer, range.startOffset);
    const end = start + range.toString().length;
    return {
      words,
      anchor,
      around: block.text.slice(Math.max(0, start - AROUND), end + AROUND),
      context: contextIn(block.text, start, end, page),
    };
  }

  #edit(edited: EditedEntry): void {
    const { ports, surface } = this.#options;
    const { entry, anchor, around } = edited;
    this.#edited = edited;
    surface.showEntry({
      entry,
      around,
      anchor,
      alike: (zh, en) => ports.alike(zh, en),
      save: async (changed) => {
        await this.#store(changed, () => this.#keep(changed, edited));
        if (this.#edited === edited) this.close();
        surface.showNotice({ text: 'notice.collected' });
      },
      keep: (changed) => this.#keep(changed, edited),
      openLibrary: () => void ports.openLibrary('#/glossary'),
      close: () => this.close(),
    });
  }

  /** Stores an entry. Rejects when it could not be stored: the reader was told and may try again. */
  async #store(entry: GlossaryEntry, retry: () => void): Promise<void> {
    const { ports, surface } = this.#options;
    try {
      await ports.putEntry(entry);
    } catch (error) {
      surface.showNotice({ text: 'notice.failed', retry });
      throw error;
    }
  }

  /** Stores what was written in an editor that has gone, with the ways to go on and to go back. */
  #keep(entry: GlossaryEntry, before: EditedEntry): void {
    const { ports, surface } = this.#options;
    const keep = () => this.#keep(entry, before);
    const undo = takeBack(
      async () => void (await (before.isStored ? ports.putEntry(before.entry) : ports.removeEntry(entry.id))),
      surface,
    );
    const tell = () =>
      surface.showNotice({
        text: 'notice.collected',
        edit: () => this.#edit({ ...before, entry, isStored: true }),
        undo,
      });
    // When it fails the reader was told.
    this.#store(entry, keep).then(tell, () => {});
  }
}
