import { cleanImported, type Hygiene, newHygiene } from '../decode/clean-import.ts';
import { decodeAs, decodeText } from '../decode/encoding.ts';
import { gateXml, type OpenElement, readXml, type XmlListener } from '../decode/xml-events.ts';
import {
  emptyReading,
  type FileReading,
  type ImportChoices,
  type SourceFile,
  type TakenEntry,
} from '../file-reading.ts';
import { LONGEST_TERM, LONGEST_TEXT } from '../limits.ts';
import { type Notice, Refusal, type RowProblem } from '../notices.ts';
import { type ExchangeEntry, type ExchangeTerm, plainEntry, plainTerm } from '../records/exchange-entry.ts';
import { finishEntries } from '../tables/finish-entries.ts';
import { statusOfWord } from '../tables/headings.ts';
import { formOfTermType, languageOfTag } from './tbx-words.ts';

/** Sections of both forms by level. */
const LEVELS: Readonly<Record<string, 'entry' | 'language' | 'term'>> = {
  termEntry: 'entry',
  conceptEntry: 'entry',
  langSet: 'language',
  langSec: 'language',
  tig: 'term',
  ntig: 'term',
  termSec: 'term',
};
/** Elements whose `type` names the data category. */
const TYPED = new Set([
  'descrip',
  'descripNote',
  'admin',
  'adminNote',
  'termNote',
  'transac',
  'transacNote',
  'xref',
  'ref',
]);
const GROUPS = new Set(['descripGrp', 'adminGrp', 'transacGrp', 'termNoteGrp']);
/** Name space of the core; elements of others name their category themselves (DCT style). */
const CORE = 'urn:iso:std:iso:30042:ed-2';

/** A data category with what stood beside it in its group. */
interface Category {
  readonly type: string;
  readonly text: string;
  readonly target: string;
}

interface OpenTerm extends ExchangeTerm {
  tag: string;
}

interface OpenEntry {
  row: number;
  entry: ExchangeEntry;
  terms: OpenTerm[];
}

const HAN = /\p{Script=Han}/u;

/** Lines of a pretty-printed text run on; line breaks that the text itself has stay. */
function unwrap(text: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, at) => (at === 0 ? line : /^[ \t]/.test(line) ? ` ${line.trimStart()}` : `\n${line}`))
    .join('')
    .trim();
}

const joined = (old: string, added: string): string =>
  old === '' ? added : old === added ? old : `${old}\n${added}`;

/** Gathers entries of either form and style. */
class TbxListener implements XmlListener {
  readonly entries: OpenEntry[] = [];
  readonly unknown = new Map<string, number>();
  readonly hygiene: Hygiene = newHygiene();
  #entry: OpenEntry | undefined;
  #tag = '';
  #term: OpenTerm | undefined;
  #level: 'none' | 'entry' | 'language' | 'term' = 'none';
  #group: Category[] | undefined;
  #leaf: { name: string; type: string; target: string; text: string; depth: number } | undefined;

  open({ name, space, attributes }: OpenElement): void {
    if (this.#leaf) {
      this.#leaf.depth++;
      return;
    }
    const level = LEVELS[name];
    if (level === 'entry') {
      const id = attributes.get('id') ?? attributes.get('xml:id') ?? '';
      this.#entry = { row: this.entries.length + 1, entry: plainEntry([], idOf(id)), terms: [] };
    } else if (level === 'language') this.#tag = attributes.get('xml:lang') ?? attributes.get('lang') ?? '';
    else if (level === 'term') this.#term = { ...plainTerm('en', 'x'), text: '', tag: this.#tag };
    if (level) this.#level = level;
    else if (!this.#entry) return;
    else if (GROUPS.has(name)) this.#group = [];
    else if (
      TYPED.has(name) ||
      name === 'term' ||
      name === 'note' ||
      name === 'date' ||
      (space !== CORE && space !== '')
    ) {
      const type = TYPED.has(name) ? (attributes.get('type') ?? '') : name;
      this.#leaf = { name, type, target: attributes.get('target') ?? '', text: '', depth: 0 };
    }
  }

  text(text: string): void {
    if (this.#leaf) this.#leaf.text += text;
  }

  close(name: string): void {
    const leaf = this.#leaf;
    if (leaf) {
      if (leaf.depth-- > 0) return;
      this.#leaf = undefined;
      const text = cleanImported(unwrap(leaf.text), this.hygiene);
      const category = { type: leaf.type, text, target: leaf.target };
      if (this.#group) this.#group.push(category);
      else this.#take(category, []);
      return;
    }
    if (GROUPS.has(name)) this.#closeGroup();
    const level = LEVELS[name];
    if (level === 'term') {
      if (this.#term && this.#entry) this.#entry.terms.push(this.#term);
      this.#term = undefined;
      this.#level = 'language';
    } else if (level === 'language') this.#level = 'entry';
    else if (level === 'entry') {
      if (this.#entry) this.entries.push(this.#entry);
      this.#entry = undefined;
      this.#level = 'none';
    }
  }

  #closeGroup(): void {
    const [main, ...rest] = this.#group ?? [];
    this.#group = undefined;
    if (main) this.#take(main, rest);
  }

  #take(category: Category, rest: readonly Category[]): void {
    const { type, text } = category;
    if (text === '' && category.target === '') return;
    const source = rest.find((other) => other.type === 'source')?.text ?? '';
    const open = this.#entry;
    if (!open) return;
    if (this.#level === 'term' && this.#term && this.#takeForTerm(this.#term, category, source)) return;
    const side =
      this.#level === 'entry'
        ? HAN.test(text)
          ? 'zh'
          : 'en'
        : languageOfTag(this.#tag) === 'en'
          ? 'en'
          : 'zh';
    const { entry } = open;
    const day = rest.find((other) => other.type === 'date')?.text ?? '';
    if (type === 'subjectField') entry.subject = joined(entry.subject, text);
    else if (type === 'definition') {
      entry.definition[side] = joined(entry.definition[side], text);
      if (source) entry.source = joined(entry.source, source);
    } else if (type === 'note') entry.note[side] = joined(entry.note[side], text);
    else if (type === 'source') entry.source = joined(entry.source, text);
    else if (type === 'transactionType' && /creat|origin|input/i.test(text)) entry.created ||= day;
    else if (type === 'transactionType') entry.changed ||= day;
    else this.#count(category);
  }

  #takeForTerm(term: OpenTerm, { type, text, target }: Category, source: string): boolean {
    if (type === 'term') term.text = text.replaceAll('\n', ' ');
    else if (type === 'administrativeStatus' || type === 'usageStatus') {
      const status = statusOfWord(text);
      if (!status) return false;
      term.status = status;
    } else if (type === 'termType') term.form = formOfTermType(text);
    else if (type === 'partOfSpeech') term.partOfSpeech = text;
    else if (type === 'geographicalUsage') term.region = text;
    else if (type === 'context') term.contexts.push({ text, source });
    else if (type === 'source') term.source = joined(term.source, text);
    else if (type === 'note') term.usage = joined(term.usage, text);
    else if (type === 'externalCrossReference' || type === 'xSource') {
      const address = target || text;
      if (!term.source.includes(address)) term.source = joined(term.source, address);
    } else return false;
    return true;
  }

  #count({ type }: Category): void {
    this.unknown.set(type, (this.unknown.get(type) ?? 0) + 1);
  }
}

/** Our id of an XML id: the prefix that our writer puts before a number or a UUID is taken off. */
function idOf(id: string): string {
  return /^c-/.test(id) ? id.slice(2) : id;
}

/** Tags that name no language. */
const NO_LANGUAGE = /^(|xx|und|mul|zxx|unknown|x-.*)$/i;

/** Whether the tags of a file are wrong as a whole: most terms tagged English are in Chinese (seen from csv2tbx). */
function tagsAreWrong(entries: readonly OpenEntry[]): boolean {
  const english = entries.flatMap(({ terms }) => terms.filter(({ tag }) => languageOfTag(tag) === 'en'));
  const chinese = entries.flatMap(({ terms }) =>
    terms.filter(({ tag }) => languageOfTag(tag)?.startsWith('zh')),
  );
  const han = (terms: readonly OpenTerm[]) => terms.filter(({ text }) => HAN.test(text)).length;
  return (
    (english.length > 0 && han(english) > english.length / 2) ||
    (chinese.length > 0 && han(chinese) < chinese.length / 2 && chinese.length > 3)
  );
}

interface Sorted {
  taken: TakenEntry[];
  problems: RowProblem[];
  otherTags: Map<string, number>;
  retagged: number;
}

/** Files the terms under our languages; what is in others, or too long, is left out and named. */
function sortTerms(entries: readonly OpenEntry[]): Sorted {
  const byScript = tagsAreWrong(entries);
  const sorted: Sorted = { taken: [], problems: [], otherTags: new Map(), retagged: 0 };
  for (const { row, entry, terms } of entries) {
    const kept: ExchangeTerm[] = [];
    let problem: RowProblem['code'] | undefined;
    for (const { tag, ...term } of terms) {
      const tagged = languageOfTag(tag);
      const refile = byScript && (tagged !== undefined || NO_LANGUAGE.test(tag));
      const lang = refile ? (HAN.test(term.text) ? 'zh-Hant' : 'en') : tagged;
      if (refile && lang !== tagged) sorted.retagged++;
      if (term.text === '') problem ??= 'no-term';
      else if (!lang) sorted.otherTags.set(tag, (sorted.otherTags.get(tag) ?? 0) + 1);
      else if (term.text.length > LONGEST_TERM) problem = 'term-too-long';
      else kept.push({ ...term, lang });
    }
    const texts = [entry.definition.zh, entry.definition.en, entry.note.zh, entry.note.en];
    if (texts.some(({ length }) => length > LONGEST_TEXT)) problem = 'text-too-long';
    if (problem || kept.length === 0)
      sorted.problems.push({
        row,
        code: problem ?? 'no-term',
        text: terms[0]?.text.slice(0, 60) ?? entry.id,
      });
    else sorted.taken.push({ row, entry: { ...entry, terms: kept } });
  }
  return sorted;
}

const listed = (counts: ReadonlyMap<string, number>): string =>
  [...counts].map(([name, count]) => `${name} (${count})`).join(', ');

/** A glossary in TBX, 2008 or 2019, either style. Data categories that we have no place for are counted. */
export function readTbx({ bytes }: SourceFile, choices: ImportChoices): FileReading {
  const decoded = choices.encoding ? decodeAs(bytes, choices.encoding) : decodeText(bytes);
  const { fetches } = gateXml(decoded.text);
  const listener = new TbxListener();
  readXml(decoded.text, listener);
  if (listener.entries.length === 0) throw new Refusal('no-entries', { rows: 0 });
  const { taken, problems, otherTags, retagged } = sortTerms(listener.entries);
  const notices: Notice[] = [...decoded.notices];
  if (fetches) notices.push({ code: 'xml-doctype', blanks: {} });
  if (retagged > 0) notices.push({ code: 'wrong-language-tags', blanks: { count: retagged } });
  if (otherTags.size > 0) notices.push({ code: 'other-languages', blanks: { names: listed(otherTags) } });
  if (listener.unknown.size > 0)
    notices.push({ code: 'other-categories', blanks: { names: listed(listener.unknown) } });
  const { control, bidi } = listener.hygiene;
  if (control > 0) notices.push({ code: 'control-characters', blanks: { count: control } });
  if (bidi > 0) notices.push({ code: 'bidi-characters', blanks: { count: bidi } });
  return finishEntries(
    { ...emptyReading, encoding: decoded.encoding, rows: listener.entries.length, taken, problems, notices },
    false,
  );
}
