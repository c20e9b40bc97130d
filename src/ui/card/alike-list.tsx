import type { GlossaryEntry } from '../../glossary/entry.ts';
import type { AlikeEntries, AlikeEntry } from '../../reader/ports.ts';
import type { Texts } from '../shared/texts.ts';

type Finding = 'differsFromOfficial' | 'otherEnglish' | 'otherChinese' | 'known';

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** How an entry that shares a term stands to what is written. */
function findingOf(other: AlikeEntry, side: 'zh' | 'en', zh: string, en: string): Finding {
  const [written, theirs] = side === 'zh' ? [en, other.en] : [zh, other.zh];
  const agrees = written.trim() === '' || theirs.some((wording) => same(wording, written));
  if (agrees) return 'known';
  if (side === 'zh') return other.status === 'official' ? 'differsFromOfficial' : 'otherEnglish';
  return 'otherChinese';
}

interface Row {
  readonly other: AlikeEntry;
  readonly finding: Finding;
}

/** Others that share a term, what contradicts first; the entry itself and the concept it is of are not others. */
function rowsOf(alike: AlikeEntries, entry: GlossaryEntry, zh: string, en: string): Row[] {
  const rows = new Map<string, Row>();
  for (const side of ['zh', 'en'] as const) {
    for (const other of side === 'zh' ? alike.sameZh : alike.sameEn) {
      if (other.id === `entry:${entry.id}`) continue;
      const finding = findingOf(other, side, zh, en);
      if (!rows.has(other.id) || rows.get(other.id)?.finding === 'known')
        rows.set(other.id, { other, finding });
    }
  }
  const order: readonly Finding[] = ['differsFromOfficial', 'otherEnglish', 'otherChinese', 'known'];
  return [...rows.values()].sort((a, b) => order.indexOf(a.finding) - order.indexOf(b.finding));
}

/** Rows shown at most. */
const MOST = 4;

/** What other glossaries have for the words that are being written: near-duplicates and conflicts. */
export function AlikeList(props: {
  alike: AlikeEntries | undefined;
  entry: GlossaryEntry;
  zh: string;
  en: string;
  t: Texts;
}) {
  const { alike, entry, zh, en, t } = props;
  const rows = alike ? rowsOf(alike, entry, zh, en) : [];
  return (
    <div role="status" class="alike">
      {rows.length > 0 && (
        <ul>
          {rows.slice(0, MOST).map(({ other, finding }) => (
            <li key={other.id} class={finding}>
              <strong>{t(`entry.alike.${finding}`)}</strong> <span lang="zh-Hant">{other.zh[0]}</span>{' '}
              <span lang="en">{other.en[0]}</span>{' '}
              <small>
                {t(`status.${other.status}`)} · {other.packTitle || t('entry.mine')}
              </small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
