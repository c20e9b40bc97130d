import { escapeXml, linkOf } from '../clean-export.ts';
import type { BuildFacts } from '../format.ts';
import { type ExchangeEntry, type ExchangeTerm, termsOfSide } from '../records/exchange-entry.ts';
import { tbxForm, tbxLanguage, tbxStatus } from './tbx-words.ts';

/** What differs between the two forms of TBX: names of elements, and what their frames say. */
export interface TbxForm {
  readonly entry: string;
  readonly language: string;
  readonly term: string;
  /** Whether Simplified terms stand beside Traditional ones: tools of the 2008 form take them for synonyms. */
  readonly simplifiedToo: boolean;
  readonly wrap: (body: string, facts: BuildFacts) => string;
}

const element = (name: string, type: string, text: string): string =>
  text === '' ? '' : `<${name} type="${type}">${escapeXml(text)}</${name}>`;

const note = (text: string): string => (text === '' ? '' : `<note>${escapeXml(text)}</note>`);

/** A description with what it rests on. */
function described(type: string, text: string, source: string): string {
  if (text === '') return '';
  return `<descripGrp>${element('descrip', type, text)}${element('admin', 'source', source)}</descripGrp>`;
}

/** The address in a source, besides as a reference that programs can follow. */
function reference(source: string): string {
  const address = /https?:\/\/[^\s,，；]+/.exec(source)?.[0];
  const link = address === undefined ? undefined : linkOf(address);
  return link
    ? `<xref type="externalCrossReference" target="${escapeXml(link)}">${escapeXml(link)}</xref>`
    : '';
}

function transaction(type: string, time: string): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(time)?.[0];
  return day
    ? `<transacGrp><transac type="transactionType">${type}</transac><date>${day}</date></transacGrp>`
    : '';
}

function termSection(term: ExchangeTerm, form: TbxForm): string {
  const parts = [
    `<term>${escapeXml(term.text)}</term>`,
    element('termNote', 'partOfSpeech', term.partOfSpeech),
    element('termNote', 'termType', tbxForm[term.form]),
    element('termNote', 'administrativeStatus', tbxStatus[term.status]),
    element('termNote', 'geographicalUsage', term.region),
    ...term.contexts.map(({ text, source }) => described('context', text, source)),
    element('admin', 'source', term.source),
    note(term.usage),
    reference(term.source),
  ];
  return `<${form.term}>${parts.join('')}</${form.term}>`;
}

function languageSection(entry: ExchangeEntry, lang: ExchangeTerm['lang'], form: TbxForm): string {
  const terms = entry.terms.filter((term) => term.lang === lang);
  if (terms.length === 0) return '';
  const side = lang === 'en' ? 'en' : 'zh';
  const first = termsOfSide(entry, side)[0]?.lang === lang;
  const descriptions = first
    ? described('definition', entry.definition[side], '') + note(entry.note[side])
    : '';
  const sections = terms.map((term) => termSection(term, form)).join('\n');
  return `<${form.language} xml:lang="${tbxLanguage[lang]}">${descriptions}\n${sections}\n</${form.language}>`;
}

/** Texts of a side that has no terms stand with the concept. */
function homeless(entry: ExchangeEntry, text: ExchangeEntry['definition']): string[] {
  return (['zh', 'en'] as const)
    .filter((side) => termsOfSide(entry, side).length === 0)
    .map((side) => text[side]);
}

function conceptSection(entry: ExchangeEntry, id: string, form: TbxForm, facts: BuildFacts): string {
  const chinese = entry.terms.some(({ lang }) => lang === 'zh-Hant');
  const scripts = (['zh-Hant', 'zh-Hans'] as const).filter(
    (lang) => lang === 'zh-Hant' || form.simplifiedToo || !chinese,
  );
  const order = facts.direction === 'zh-en' ? [...scripts, 'en' as const] : ['en' as const, ...scripts];
  const parts = [
    element('descrip', 'subjectField', entry.subject),
    ...homeless(entry, entry.definition).map((text) => described('definition', text, '')),
    element('admin', 'source', entry.source),
    transaction('origination', entry.created),
    transaction('modification', entry.changed),
    ...homeless(entry, entry.note).map(note),
    ...order.map((lang) => languageSection(entry, lang, form)),
  ];
  return `<${form.entry} id="${escapeXml(id)}">\n${parts.filter((part) => part !== '').join('\n')}\n</${form.entry}>`;
}

/** An id as XML wants it: it begins with a letter, so `c-` goes before a number or a UUID. */
function xmlId(id: string): string {
  if (/^[A-Za-z_][\w.-]*$/.test(id) && !/^c-/.test(id)) return id;
  return `c-${id.replace(/[^\w.-]+/g, '-')}`;
}

/** The file: one section a concept; each id once. */
export function buildTbx(entries: readonly ExchangeEntry[], form: TbxForm, facts: BuildFacts): string {
  const used = new Set<string>();
  const sections = entries.map((entry, at) => {
    const wanted = xmlId(entry.id || `e${at + 1}`);
    let id = wanted;
    for (let copy = 2; used.has(id); copy++) id = `${wanted}-${copy}`;
    used.add(id);
    return conceptSection(entry, id, form, facts);
  });
  return form.wrap(sections.join('\n'), facts);
}
