import { diffArrays } from 'diff';
import type { Texts } from './texts.ts';

/** Words and signs of a text, as the language cuts them: Chinese has no spaces to cut at. */
function wordsOf(text: string): string[] {
  const segmenter = new Intl.Segmenter('zh-Hant', { granularity: 'word' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** Old and new wording in one, with what was taken out and put in marked (by more than colour, and read out). */
export function WordingChange({ before, after, t }: { before: string; after: string; t: Texts }) {
  const parts = diffArrays(wordsOf(before), wordsOf(after));
  return (
    <p class="wording-change">
      {parts.map(({ value, added, removed }, index) => {
        const text = value.join('');
        const key = `${index} ${text}`;
        if (added) {
          return (
            <ins key={key}>
              <span class="silent">[{t('mark.addedText')}] </span>
              {text}
            </ins>
          );
        }
        if (removed) {
          return (
            <del key={key}>
              <span class="silent">[{t('mark.removedText')}] </span>
              {text}
            </del>
          );
        }
        return <span key={key}>{text}</span>;
      })}
    </p>
  );
}
