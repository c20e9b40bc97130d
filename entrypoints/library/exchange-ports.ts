import { v4 as uuid } from 'uuid';
import type { Graph } from '../../src/initiatives/graph.ts';
import type { Client } from '../../src/messages/client.ts';
import { copyContent } from '../../src/platform/clipboard.ts';
import type { ExchangePorts } from '../../src/ui/library/exchange/export-ports.ts';
import { agencyNamesOf } from '../../src/ui/library/exchange/export-subjects.ts';
import type { ImportPorts } from '../../src/ui/library/exchange/import-ports.ts';
import type { RestorePorts } from '../../src/ui/library/exchange/restore-ports.ts';
import { openImporter } from './importer.ts';
import { openRecordWriter } from './record-writer.ts';
import { openRestorer } from './restorer.ts';

/** What the dialog for exports asks of the outside. */
export function createExportPorts(graph: Graph): ExchangePorts {
  return { openWriter: openRecordWriter, agencyNames: agencyNamesOf(graph), copy: copyContent };
}

/** What the dialogs for files ask of the outside. */
export function createExchangePorts(
  request: Client,
  graph: Graph,
): ExchangePorts & ImportPorts & RestorePorts {
  return {
    ...createExportPorts(graph),
    openImporter: (file) => openImporter(file, request),
    listPacks: () => request('packs:list', null),
    newId: uuid,
    openRestorer: (file) => openRestorer(file, request),
  };
}
