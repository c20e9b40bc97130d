/**
 * What can be said of a file or a row, each a key of `assets/locales/*\/exchange.json` (`imports.refusal.*`,
 * `imports.warning.*`, `imports.row.*`). Texts say what to do.
 */

/** Why a whole file cannot be taken. */
export type RefusalCode =
  | 'empty'
  | 'unreadable'
  | 'too-large'
  | 'unpacks-too-large'
  | 'too-many-members'
  | 'damaged-zip'
  | 'zip-path'
  | 'zip-sizes'
  | 'encrypted'
  | 'xml-entities'
  | 'xml-broken'
  | 'json-broken'
  | 'json-deep'
  | 'json-keys'
  | 'newer'
  | 'not-ours'
  | 'not-a-list'
  | 'binary'
  | 'no-columns'
  | 'no-entries'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-many-entries'
  | 'sheet-too-wide'
  | 'sheet-broken'
  | 'no-sheet'
  | 'not-decodable'
  | 'unknown-output'
  | 'wrong-kind'
  | 'several-files'
  | 'options';

/** What was noticed while a file was taken. */
export type WarningCode =
  | 'cut-bytes'
  | 'unreadable-characters'
  | 'guessed-encoding'
  | 'broken-quotes'
  | 'no-header'
  | 'ragged-rows'
  | 'control-characters'
  | 'bidi-characters'
  | 'formula-cells'
  | 'formula-like'
  | 'simplified'
  | 'swapped-columns'
  | 'wrong-language-tags'
  | 'other-languages'
  | 'other-categories'
  | 'unknown-columns'
  | 'reserved-names'
  | 'hidden-sheets'
  | 'other-sheets'
  | 'rows-left-out'
  | 'xml-doctype';

/** Why a row was left out. */
export type RowCode =
  | 'no-chinese'
  | 'no-english'
  | 'term-too-long'
  | 'text-too-long'
  | 'cell-too-long'
  | 'formula'
  | 'same'
  | 'record'
  | 'note'
  | 'no-term';

/** Names and numbers for the blanks of a text. */
export type Blanks = Readonly<Record<string, string | number>>;

/** Something noticed, with what its text is filled in with. */
export interface Notice {
  readonly code: WarningCode;
  readonly blanks: Blanks;
}

/** A row or record that was not taken. Numbers count from 1 as a spreadsheet shows them. */
export interface RowProblem {
  readonly row: number;
  readonly code: RowCode;
  /** Start of the text concerned. */
  readonly text: string;
}

/** A file that cannot be taken, and why. Thrown by readers and gates, caught by `importFile`. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly blanks: Blanks;

  constructor(code: RefusalCode, blanks: Blanks = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.blanks = blanks;
  }
}
