import type { Wording } from '../../initiatives/card-model.ts';
import { Icon } from './icon.tsx';
import { SourceWords } from './source-words.tsx';
import type { InterfaceLanguage, Texts } from './texts.ts';

/** Whose claim a status is: of the glossary that we vouch for, or of a list that was imported. */
export type Claimant = 'ours' | 'pack';

/** A status in words. */
export function statusText(status: Wording['status'], claimedBy: Claimant, t: Texts): string {
  return t(claimedBy === 'ours' ? `status.${status}` : `packStatus.${status}`);
}

/** What is claimed of a wording, in words, and what the claim rests on. Colour is never the only sign. */
export function EvidenceLine({
  wording,
  claimedBy = 'ours',
  t,
  language,
}: {
  wording: Wording;
  claimedBy?: Claimant;
  t: Texts;
  language: InterfaceLanguage;
}) {
  const { evidence, status } = wording;
  const own = language === 'en' ? 'en' : 'zh-Hant';
  const title = evidence && (evidence.title[own] ?? evidence.title['zh-Hant'] ?? evidence.title.en ?? '');
  return (
    <p class="evidence">
      <span class={`status status-${claimedBy === 'ours' ? status : 'listed'}`}>
        {statusText(status, claimedBy, t)}
      </span>
      {wording.source && <span class="source">{wording.source}</span>}
      {evidence && (
        <span class="source">
          <SourceWords words={[evidence.body[own], title, evidence.at]} date={evidence.date} />
          {evidence.url && (
            <a
              href={evidence.url}
              target="_blank"
              rel="noreferrer"
              aria-label={t('card.sourceLink', { title })}
            >
              <Icon name="external" size={14} />
            </a>
          )}
        </span>
      )}
    </p>
  );
}
