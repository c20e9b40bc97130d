import type { ConceptKind } from '../../glossary/concept.ts';
import type { EquivalentCoverage } from '../../glossary/equivalent-coverage.ts';
import type { TermStatus } from '../../glossary/status.ts';
import type { Highlight } from '../../highlights/highlight.ts';
import type { NamedConcept } from '../../initiatives/card-model.ts';
import type { TouchedPlan } from '../../initiatives/touched.ts';
import type { Candidate } from '../../termwork/candidates.ts';
import type { ExportPorts, ExportSubject } from '../library/exchange/export-ports.ts';
import type { InterfaceLanguage, Texts } from '../shared/texts.ts';
import type { TwinPorts } from '../shared/twin-section.tsx';

/** A concept of the page in the panel. */
export interface PanelTerm extends NamedConcept {
  readonly kind: ConceptKind;
  readonly count: number;
  /** The words it stands in first. */
  readonly words: string;
  /** Best status of its wordings in the other language, if there is any. */
  readonly best: TermStatus | undefined;
}

/** What the panel knows of the page in front. */
export interface PanelPage {
  readonly title: string;
  readonly muted: boolean;
  readonly isReading: boolean;
  /** Whether the highlights could not be read. */
  readonly unread: boolean;
  readonly terms: readonly PanelTerm[];
  readonly plans: readonly TouchedPlan[];
  /** For English equivalents of a Chinese page, and the other way round. */
  readonly coverage: EquivalentCoverage;
  /** In page order. */
  readonly highlights: readonly Highlight[];
}

/** What the panel asks of the outside. */
export interface PanelPorts {
  readonly t: Texts;
  readonly language: InterfaceLanguage;
  /** Search key of a text; the same folding as on pages. */
  readonly fold: (text: string) => string;
  /** Whether terms can be recognised: needs WebAssembly. */
  readonly canRecognise: boolean;
  /** The page in the other language. */
  readonly twin?: TwinPorts;
  /** Goes to the next place of a concept on the page. */
  showTerm(id: string): void;
  showHighlight(id: string): void;
  /** Has the page select what is most like a lost highlight. */
  searchHighlight(id: string): void;
  openLibrary(hash: `#/${string}`): void;
  /** For saving the list of terms as a file. */
  readonly exports: ExportPorts;
  /** The terms of the page as something to be saved. */
  termsSubject(): ExportSubject;
  /** Unknown wordings of the page that may be terms. Rejects when the page is gone. */
  findCandidates(): Promise<readonly Candidate[]>;
  /** Puts a candidate into the reader's own glossary, with the sentence it stands in. */
  collectCandidate(candidate: Candidate): Promise<void>;
}
