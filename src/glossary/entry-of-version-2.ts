import { z } from 'zod';
import { type GlossaryEntry, termContextSchema } from './entry.ts';
import { entryWith, plainWording } from './new-entry.ts';
import { MY_PACK } from './pack-ids.ts';
import { termStatusSchema } from './status.ts';

/** An entry as it was stored and written to files before there were packs: one wording of each language. */
export const entryOfVersion2Schema = z.strictObject({
  id: z.uuid(),
  concept: z.string().optional(),
  zh: z.string(),
  en: z.string(),
  status: termStatusSchema,
  note: z.string(),
  contexts: z.array(termContextSchema),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  deletedAt: z.iso.datetime().optional(),
});
export type EntryOfVersion2 = z.infer<typeof entryOfVersion2Schema>;

/** Stands for the words of an entry that had none. */
const NO_WORDS = '—';

/** The same entry as it is kept now, in the reader's own collection. Its status was that of both wordings. */
export function entryFromVersion2({ zh, en, status, note, ...rest }: EntryOfVersion2): GlossaryEntry {
  const terms = [
    ...(zh ? [plainWording('zh-Hant', zh, { status })] : []),
    ...(en ? [plainWording('en', en, { status })] : []),
  ];
  const named = terms.length > 0 ? terms : [plainWording('zh-Hant', NO_WORDS, { status })];
  return entryWith({ ...rest, pack: MY_PACK, terms: named, note: { zh: note, en: '' } });
}
