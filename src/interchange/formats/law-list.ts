import { z } from 'zod';
import { cleanImported, newHygiene } from '../decode/clean-import.ts';
import type { TakenEntry } from '../file-reading.ts';
import { LONGEST_TERM } from '../limits.ts';
import type { RowProblem } from '../notices.ts';
import { plainEntry, plainTerm } from '../records/exchange-entry.ts';

/** A title of the national law database: short list (`PCode`, `name`, `english`) or the file of its programming interface. */
const lawSchema = z.union([
  z.object({ PCode: z.string(), name: z.string(), english: z.string().optional() }),
  z
    .object({ LawName: z.string(), EngLawName: z.string().optional(), LawURL: z.string().optional() })
    .transform(({ LawName, EngLawName, LawURL = '' }) => ({
      PCode: /pcode=(\w+)/i.exec(LawURL)?.[1] ?? '',
      name: LawName,
      english: EngLawName,
    })),
]);

/** The laws of a parsed file, or `undefined` when it is no list of laws. */
export function lawsOf(value: unknown): readonly unknown[] | undefined {
  const list = Array.isArray(value)
    ? value
    : z.object({ Laws: z.array(z.unknown()) }).safeParse(value).data?.Laws;
  return list !== undefined && lawSchema.safeParse(list[0]).success ? list : undefined;
}

const PLACE = 'https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=';

/** Titles as entries: the database is the source, so both names are official. */
export function entriesOfLaws(laws: readonly unknown[]): { taken: TakenEntry[]; problems: RowProblem[] } {
  const hygiene = newHygiene();
  const taken: TakenEntry[] = [];
  const problems: RowProblem[] = [];
  for (const [at, value] of laws.entries()) {
    const row = at + 1;
    const law = lawSchema.safeParse(value);
    const zh = cleanImported(law.data?.name ?? '', hygiene);
    const en = cleanImported(law.data?.english ?? '', hygiene);
    if (!law.success || zh === '') problems.push({ row, code: 'record', text: '' });
    else if (Math.max(zh.length, en.length) > LONGEST_TERM)
      problems.push({ row, code: 'term-too-long', text: zh.slice(0, 60) });
    else {
      const source = law.data.PCode ? `${PLACE}${law.data.PCode}` : '';
      const terms = [plainTerm('zh-Hant', zh), ...(en ? [plainTerm('en', en)] : [])];
      const official = terms.map((term) => ({ ...term, status: 'official' as const, source }));
      taken.push({ row, entry: { ...plainEntry(official, law.data.PCode), subject: 'law' } });
    }
  }
  return { taken, problems };
}
