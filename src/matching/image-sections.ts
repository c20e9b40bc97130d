import type { Alphabet } from './class-alphabet.ts';
import type { DoubleArray } from './double-array.ts';
import type { GroupedKeys } from './group-keys.ts';
import {
  COMMON_RULES,
  HEADER,
  HEADER_BYTES,
  IMAGE_MAGIC,
  IMAGE_VERSION,
  imageChecksum,
  SECTIONS,
  type SectionName,
} from './image-layout.ts';
import type { MatchTerm } from './match-term.ts';
import { tailSection } from './name-tails.ts';
import { packFlags } from './packed-flags.ts';
import type { Judgement } from './term-judgement.ts';
import type { WordKnowledge } from './word-edges.ts';

/** The sections of an image, by name. */
type Sections = Record<SectionName, Int32Array | Uint16Array | Uint8Array>;

/** Texts one after the other as UTF-16 units, and where each begins, and the end. */
function packTexts(texts: readonly string[]): { units: Uint16Array; starts: Int32Array } {
  const starts = new Int32Array(texts.length + 1);
  texts.forEach((text, index) => {
    starts[index + 1] = (starts[index] ?? 0) + text.length;
  });
  const units = new Uint16Array(starts.at(-1) ?? 0);
  texts.forEach((text, index) => {
    const start = starts[index] ?? 0;
    for (let at = 0; at < text.length; at++) units[start + at] = text.charCodeAt(at);
  });
  return { units, starts };
}

type GroupSection = 'groups' | 'groupStarts' | 'members' | 'memberGroups' | 'groupTexts' | 'groupTextStarts';

function groupSections(
  groups: readonly number[][],
  terms: readonly MatchTerm[],
): Pick<Sections, GroupSection> {
  const groupStarts = new Int32Array(groups.length + 1);
  groups.forEach((members, index) => {
    groupStarts[index + 1] = (groupStarts[index] ?? 0) + members.length;
  });
  const pairs = groups.flatMap((members, group) => members.map((term): [number, number] => [term, group]));
  pairs.sort(([a, group], [b, other]) => a - b || group - other);
  const { units, starts } = packTexts(groups.flat().map((term) => terms[term]?.text ?? ''));
  return {
    groups: Int32Array.from(groups.flat()),
    groupStarts,
    members: Int32Array.from(pairs, ([term]) => term),
    memberGroups: Int32Array.from(pairs, ([, group]) => group),
    groupTexts: units,
    groupTextStarts: starts,
  };
}

function ruleSections({
  rules,
  jurisdictions,
  codes,
}: Judgement): Pick<Sections, 'rules' | 'ruleTerms' | 'ruleStarts'> {
  const numbers = [...rules.keys()].sort((a, b) => a - b);
  const texts = numbers.map((number) => JSON.stringify(rules.get(number)));
  if (jurisdictions.length > 0) {
    numbers.unshift(COMMON_RULES);
    texts.unshift(JSON.stringify({ codes }));
  }
  const { units, starts } = packTexts(texts);
  return { rules: units, ruleTerms: Int32Array.from(numbers), ruleStarts: starts };
}

/** All that was compiled, as sections. */
export function sectionsOf(
  trie: DoubleArray,
  groups: GroupedKeys['groups'],
  terms: readonly MatchTerm[],
  alphabet: Alphabet,
  judgement: Judgement,
  words: WordKnowledge,
): Sections {
  return {
    base: trie.base,
    check: trie.check,
    tails: trie.tails,
    first: trie.first,
    ...groupSections(groups, terms),
    unitClasses: alphabet.unitClasses,
    latinRanges: alphabet.latinRanges,
    softUnits: alphabet.softUnits,
    nameTails: alphabet.latinEnd > 0 ? tailSection(alphabet.classOf) : new Uint16Array(0),
    wordBase: words.wordBase,
    wordIds: words.wordIds,
    wordCheck: words.wordCheck,
    unitMarks: words.unitMarks,
    ...packFlags(judgement.flags),
    jurisdictions: judgement.jurisdictions,
    ranks: judgement.ranks,
    ...ruleSections(judgement),
  };
}

/** Lays sections and header fields (by `HEADER`) out as an image. */
export function assembleImage(sections: Sections, fields: Partial<Record<number, number>>): ArrayBuffer {
  let size = HEADER_BYTES;
  const offsets = SECTIONS.map(([name, width]) => {
    size = (size + 3) & ~3;
    const offset = size;
    size += sections[name].length * width;
    return offset;
  });
  const buffer = new ArrayBuffer((size + 3) & ~3);
  const words = new Int32Array(buffer);
  SECTIONS.forEach(([name, width], index) => {
    const section = sections[name];
    const offset = offsets[index] ?? 0;
    if (width === 4) new Int32Array(buffer, offset, section.length).set(section);
    else if (width === 2) new Uint16Array(buffer, offset, section.length).set(section);
    else new Uint8Array(buffer, offset, section.length).set(section);
    words[HEADER.sections + index * 2] = offset;
    words[HEADER.sections + index * 2 + 1] = section.length;
  });
  for (const [field, value] of Object.entries(fields)) words[Number(field)] = value ?? 0;
  words[HEADER.magic] = IMAGE_MAGIC;
  words[HEADER.version] = IMAGE_VERSION;
  words[HEADER.byteLength] = buffer.byteLength;
  words[HEADER.checksum] = imageChecksum(words);
  return buffer;
}
