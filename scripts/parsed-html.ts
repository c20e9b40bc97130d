import { decodeHTML } from 'entities';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { ReadableElement, ReadableNode, ReadableText } from '../src/page/readable.ts';

type Parsed = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** A text node of a file, with where each of its units stands in the file. */
export interface ParsedText extends ReadableText {
  /** Offset in the file's text (UTF-16 units) of the unit at `at`; `data.length` gives the end. */
  sourceOffset(at: number): number;
}

/** A character reference, with or without its semicolon (HTML standard, 13.2.5.73). */
const REFERENCE = /&(?:#[xX]?[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?/y;

/** For each unit of the decoded text, and its end, where it begins in `source`; shorter when they do not agree. */
function offsetsOf(source: string, data: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  while (offsets.length < data.length && at < source.length) {
    let step = 1;
    let decoded = 1;
    if (source[at] === '&') {
      REFERENCE.lastIndex = at;
      const reference = REFERENCE.exec(source)?.[0];
      const text = reference && decodeHTML(reference);
      if (reference && text !== reference) {
        step = reference.length;
        decoded = text?.length ?? 1;
      }
    } else if (source[at] === '\r' && source[at + 1] === '\n') {
      step = 2;
    }
    for (let unit = 0; unit < decoded; unit++) offsets.push(at);
    at += step;
  }
  offsets.push(at);
  return offsets;
}

class View implements ReadableNode {
  firstChild: View | null = null;
  nextSibling: View | null = null;
  previousSibling: View | null = null;
  readonly nodeType: number;
  readonly nodeName: string;
  readonly parentNode: View | null;

  constructor(nodeType: number, nodeName: string, parentNode: View | null) {
    this.nodeType = nodeType;
    this.nodeName = nodeName;
    this.parentNode = parentNode;
  }
}

class ElementView extends View implements ReadableElement {
  readonly #attributes: ReadonlyMap<string, string>;

  constructor(nodeName: string, parentNode: View | null, attributes: ReadonlyMap<string, string>) {
    super(1, nodeName, parentNode);
    this.#attributes = attributes;
  }

  hasAttribute(name: string): boolean {
    return this.#attributes.has(name);
  }

  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null;
  }
}

class TextView extends View implements ParsedText {
  readonly data: string;
  readonly #start: number;
  readonly #offsets: readonly number[];

  constructor(data: string, source: string, start: number, parentNode: View | null) {
    super(3, '#text', parentNode);
    this.data = data;
    this.#start = start;
    this.#offsets = source === data ? [] : offsetsOf(source, data);
  }

  sourceOffset(at: number): number {
    return this.#start + (this.#offsets.length === 0 ? at : (this.#offsets[at] ?? this.#offsets.at(-1) ?? 0));
  }
}

function viewOf(node: Parsed, source: string, parent: View | null): View | undefined {
  if (node.nodeName === '#text' && 'value' in node) {
    const location = node.sourceCodeLocation;
    const start = location?.startOffset ?? 0;
    return new TextView(node.value, source.slice(start, location?.endOffset ?? start), start, parent);
  }
  if (!('childNodes' in node)) return undefined;
  const attributes = 'attrs' in node ? node.attrs.map(({ name, value }) => [name, value] as const) : [];
  const view = new ElementView(node.nodeName.toUpperCase(), parent, new Map(attributes));
  let last: View | undefined;
  for (const child of node.childNodes) {
    const next = viewOf(child, source, view);
    if (!next) continue;
    if (last) last.nextSibling = next;
    else view.firstChild = next;
    next.previousSibling = last ?? null;
    last = next;
  }
  return view;
}

/** Parses HTML into the nodes that the reading of pages knows; scripts are off, so `noscript` holds elements. */
export function parseHtml(source: string): ReadableNode {
  const document = parse(source, { sourceCodeLocationInfo: true });
  return viewOf(document, source, null) ?? new View(9, '#document', null);
}

function textOf(node: Parsed): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function collectHeadings(node: Parsed, headings: string[]): void {
  if (/^(?:title|h[1-6])$/.test(node.nodeName)) headings.push(textOf(node));
  else if ('childNodes' in node) for (const child of node.childNodes) collectHeadings(child, headings);
}

/** Title and headings of HTML, in their order. */
export function headingsOfHtml(source: string): string[] {
  const headings: string[] = [];
  collectHeadings(parse(source), headings);
  return headings;
}
