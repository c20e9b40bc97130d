import type { RecordKind } from '../../../interchange/format.ts';
import type { Records } from '../../../interchange/records/losses.ts';
import type { Copied, WriteOrder, Written } from '../../../interchange/write-order.ts';
import type { InterfaceLanguage, Texts } from '../../shared/texts.ts';

/** Some of the records of an export: they are handed over in parts, so that the page stays at hand. */
export interface RecordsPart extends Partial<Records> {
  /** All entries of a pack, by its id: they are read where the file is written. */
  readonly pack?: string;
}

/** Records that may be exported: the selected ones, those that a filter lets through, all. */
export interface ExportScope {
  readonly id: string;
  readonly label: string;
  /** Records in it. */
  readonly count: number;
  parts(): Iterable<RecordsPart> | AsyncIterable<RecordsPart>;
}

/** What an export is about. */
export interface ExportSubject {
  readonly kind: RecordKind;
  /** Name of the records, in the language of the interface; written into files that say one. */
  readonly title: string;
  /** Edition of the glossary that they are from, or with which they were made. */
  readonly edition: string;
  /** The first is chosen at the beginning; those without records are left out. */
  readonly scopes: readonly ExportScope[];
}

/** Writes the records of one scope, off the page. A new order ends the one before, which is rejected. */
export interface RecordWriter {
  write(order: WriteOrder): Promise<Written>;
  copy(order: WriteOrder): Promise<Copied>;
  /** Ends what is under way and lets go of the records. */
  close(): void;
}

/** What exports ask of the outside beyond what every surface has. */
export interface ExchangePorts {
  openWriter(parts: ExportScope['parts']): RecordWriter;
  /** Names of bodies by concept id. */
  agencyNames(language: 'zh' | 'en'): ReadonlyMap<string, string>;
  /** Puts rich and plain text onto the clipboard; `html` absent: plain text alone. */
  copy(content: { readonly plain: string; readonly html?: string }): Promise<void>;
}

/** What the dialog for exports asks of the outside. */
export interface ExportPorts extends ExchangePorts {
  readonly t: Texts;
  readonly language: InterfaceLanguage;
  saveFile(name: string, type: string, content: Blob): void;
  /** Test seam. */
  now(): Date;
}
