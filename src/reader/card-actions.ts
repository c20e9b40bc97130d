import { v4 as uuid } from 'uuid';
import type { EntryTerm, GlossaryEntry } from '../glossary/entry.ts';
import { entryWith, plainWording } from '../glossary/new-entry.ts';
import { MY_PACK } from '../glossary/pack-ids.ts';
import type { Card } from '../initiatives/card-model.ts';
import { preferredWording } from '../initiatives/preferred-wording.ts';
import { sentenceAround } from '../text/sentence.ts';
import { spanOf, type TermHit } from './hit-test.ts';
import { localDay } from './keep-range.ts';
import type { ReaderPorts } from './ports.ts';
import type { Surface } from './surface.ts';

/** The wording that a card offers first on one side, as a term of an entry. */
function termsFrom(card: Card, side: 'zh' | 'en'): EntryTerm[] {
  const wording = preferredWording(card, side);
  return wording ? [plainWording(wording.lang, wording.text, { status: wording.status })] : [];
}

/** The entry for the reader's own glossary: the term of a card with the sentence it stands in. */
function entryFrom(card: Card, target: TermHit, page: { url: string; title: string }): GlossaryEntry {
  const [start, end] = spanOf(target);
  const now = new Date();
  return entryWith({
    id: uuid(),
    pack: MY_PACK,
    concept: card.id,
    kind: card.kind,
    terms: [...termsFrom(card, 'zh'), ...termsFrom(card, 'en')],
    contexts: [
      {
        sentence: sentenceAround(target.recognised.block.text, start, end),
        title: page.title,
        address: page.url,
        collectedOn: localDay(now),
      },
    ],
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  });
}

interface CardDesk {
  readonly ports: Pick<ReaderPorts, 'collect' | 'silence' | 'unsilence'>;
  readonly surface: Pick<Surface, 'showNotice'>;
  readonly page: { url: string; title: string };
}

/** Puts the term of a card into the reader's own glossary and says so. Rejects when it could not be stored. */
export async function collectTerm(card: Card, target: TermHit, desk: CardDesk): Promise<void> {
  try {
    await desk.ports.collect(entryFrom(card, target, desk.page));
    desk.surface.showNotice({ text: 'notice.collected' });
  } catch (error) {
    desk.surface.showNotice({ text: 'notice.failed' });
    throw error;
  }
}

/** Leaves a wording unmarked from now on, with a way back. False when that could not be stored. */
export async function silenceTerm(
  term: string,
  scope: 'page' | 'site' | 'everywhere',
  { ports, surface }: CardDesk,
): Promise<boolean> {
  const id = uuid();
  try {
    await ports.silence(id, term, scope);
    surface.showNotice({ text: 'notice.silenced', undo: () => void ports.unsilence(id) });
    return true;
  } catch {
    surface.showNotice({ text: 'notice.failed' });
    return false;
  }
}
