import type { Graph } from '../../src/initiatives/graph.ts';
import { copyContent } from '../../src/platform/clipboard.ts';
import type { ExchangePorts } from '../../src/ui/library/exchange/export-ports.ts';
import { agencyNamesOf } from '../../src/ui/library/exchange/export-subjects.ts';
import { openRecordWriter } from './record-writer.ts';

/** What the dialogs for files ask of the outside. */
export function createExchangePorts(graph: Graph): ExchangePorts {
  return { openWriter: openRecordWriter, agencyNames: agencyNamesOf(graph), copy: copyContent };
}
