import type { Concept } from '../concept.ts';
import type { BilingualText } from '../language.ts';
import { type Authored, error, type Finding } from './finding.ts';
import { hasHan, notTraditional } from './script.ts';

/** Longest definitions: code points in Chinese, words in English. */
const MOST_CHARACTERS = 120;
const MOST_WORDS = 60;

/** Chinese text that is set with the punctuation of Latin script. */
const LATIN_STOP = /\p{Script=Han}[,;:?!]|\p{Script=Han}\.(?!\d)/u;

/** What is wrong with the scripts of a text in both languages. */
function scriptProblems(text: BilingualText): string[] {
  const chinese = text['zh-Hant'];
  const strange = notTraditional(chinese);
  return [
    ...(hasHan(chinese) ? [] : ['the Chinese text has no Chinese']),
    ...(strange.length > 0 ? [`the Chinese text has ${strange.join(' ')}`] : []),
    ...(LATIN_STOP.test(chinese) ? ['the Chinese text has half-width punctuation'] : []),
    ...(hasHan(text.en) ? ['the English text has Chinese'] : []),
  ];
}

function lengthProblems(definition: BilingualText): string[] {
  const characters = [...definition['zh-Hant']].length;
  const words = definition.en.split(/\s+/).filter(Boolean).length;
  return [
    ...(characters > MOST_CHARACTERS ? [`${characters} characters, at most ${MOST_CHARACTERS}`] : []),
    ...(words > MOST_WORDS ? [`${words} English words, at most ${MOST_WORDS}`] : []),
  ];
}

/** Definitions are short, in both languages, in the right script; notes and labels have the right script too. */
export function reviewDefinitions({ concepts }: Authored): Finding[] {
  return concepts.flatMap((concept: Concept) => {
    const others = [
      ...(concept.note ? [{ what: 'note', text: concept.note }] : []),
      ...concept.figures.map(({ label }) => ({ what: 'figure', text: label })),
    ];
    return [
      ...lengthProblems(concept.definition).map((problem) => error('definition', concept.id, problem)),
      ...scriptProblems(concept.definition).map((problem) =>
        error('script', concept.id, `definition: ${problem}`),
      ),
      ...others.flatMap(({ what, text }) =>
        scriptProblems(text)
          // A label may be a proper name in either script.
          .filter((problem) => what === 'note' || !problem.includes('no Chinese'))
          .map((problem) => error('script', concept.id, `${what}: ${problem}`)),
      ),
    ];
  });
}
