import type { RecognisedBlocks } from '../../../termwork/recognised.ts';
import type { TermBase } from '../../../termwork/term-base.ts';

/** A page that is open and read. */
export interface OpenPage {
  readonly tabId: number;
  readonly title: string;
  readonly address: string;
}

/** What the check of a translation asks of the outside. */
export interface CheckPorts {
  /** Pages in other tabs that are being read. */
  openPages(): Promise<readonly OpenPage[]>;
  /** Text of such a page, blocks joined by U+2029. Rejects when it is gone. */
  pageText(tabId: number): Promise<string>;
  /** The terms of a text, blocks joined by U+2029. */
  recognise(text: string): Promise<RecognisedBlocks>;
  /** Wordings of the concepts that were recognised. */
  termBase(concepts: Iterable<string>): Promise<TermBase>;
}
