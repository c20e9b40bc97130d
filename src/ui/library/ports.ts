import type { ReadonlySignal } from '@preact/signals';
import type { EntryChange, GlossaryEntry } from '../../glossary/entry.ts';
import type { Highlight, HighlightChange } from '../../highlights/highlight.ts';
import type { Graph } from '../../initiatives/graph.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Silence } from '../../settings/silence.ts';
import type { InterfaceLanguage, Texts } from '../shared/texts.ts';
import type { CheckPorts } from './check/check-ports.ts';
import type { ExchangePorts } from './exchange/export-ports.ts';
import type { ImportPorts } from './exchange/import-ports.ts';
import type { RestorePorts } from './exchange/restore-ports.ts';
import type { GlossaryPorts } from './glossary/glossary-ports.ts';
import type { HighlightPorts } from './highlights/highlight-ports.ts';
import type { NewsPorts } from './news/news-ports.ts';

/** A command of the keyboard as the browser has it. */
export interface KeyboardCommand {
  readonly name: string;
  /** Empty when the reader or another extension took the key away. */
  readonly shortcut: string;
}

/** What the library shows and what it asks of the outside. Lists are live: they follow the database. */
export interface LibraryPorts extends HighlightPorts, CheckPorts, ExchangePorts, ImportPorts, RestorePorts {
  readonly t: Texts;
  readonly language: InterfaceLanguage;
  readonly graph: Graph;
  /** Search key of a text; the same folding as on pages. */
  readonly fold: (text: string) => string;
  /** All highlights, those in the bin too, newest first; undefined until read. */
  readonly highlights: ReadonlySignal<readonly Highlight[] | undefined>;
  readonly glossary: GlossaryPorts;
  /** Entries of the reader's own pack, those in the bin too. */
  readonly entries: ReadonlySignal<readonly GlossaryEntry[] | undefined>;
  readonly settings: ReadonlySignal<Settings>;
  /** Wordings that are not marked. */
  readonly silences: ReadonlySignal<readonly Silence[]>;
  changeHighlight(id: string, change: HighlightChange): Promise<unknown>;
  /** Resolves to the name of the deed, for `undoDeed`; so do those below. */
  removeHighlights(ids: string[]): Promise<string>;
  restoreHighlights(ids: string[]): Promise<unknown>;
  changeEntry(id: string, change: EntryChange): Promise<unknown>;
  removeEntries(ids: string[]): Promise<string>;
  restoreEntries(ids: string[]): Promise<string>;
  /** Undoes one deed by its name: not when something newer touched the same records, or when it is no longer known. */
  undoDeed(deed: string): Promise<'done' | 'overtaken' | 'gone'>;
  unsilence(id: string): Promise<unknown>;
  /** Switches recognition on a site on again. */
  unmute(host: string): Promise<unknown>;
  changeSettings(change: Partial<Settings>): Promise<unknown>;
  /** Marks a text of ours as a page would be, with the given settings. */
  readSample?(root: HTMLElement, settings: Settings, signal: AbortSignal): Promise<void>;
  /** The commands of the keyboard with their keys. */
  readonly commands?: readonly KeyboardCommand[];
  /** Opens the browser's page for changing keys, where an extension may. */
  readonly changeKeys?: () => void;
  /** Shows what it does, as after the install. */
  openIntroduction?(): void;
  /** What is new after an update. */
  readonly news?: NewsPorts;
  /** Offers a file to be saved. */
  saveFile(name: string, type: string, content: string | Blob): void;
  /** Test seam. */
  now(): Date;
}
