import { BUNDLED_PACK, MY_PACK } from '../../../glossary/pack-ids.ts';
import type { LibraryPorts } from '../ports.ts';

/** What a pack is called: the first two by texts of ours, others by their title. */
export function packName(id: string, { t, language, graph, glossary }: LibraryPorts): string {
  if (id === MY_PACK) return t('glossary.mine');
  if (id === BUNDLED_PACK) return graph.pack.title[language === 'en' ? 'en' : 'zh-Hant'];
  return glossary.packs.value?.find((pack) => pack.id === id)?.title || t('desk.unnamedPack');
}
