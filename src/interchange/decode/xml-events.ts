import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { Refusal } from '../notices.ts';

/**
 * Refuses internal declarations: entities can blow up, and a list needs none. An external DTD is never
 * fetched; `fetches` says whether the file names one by an address.
 */
export function gateXml(text: string): { fetches: boolean } {
  if (/<!ENTITY/i.test(text)) throw new Refusal('xml-entities');
  const doctype = /<!DOCTYPE\b[^>[]*(\[)?/i.exec(text);
  if (doctype?.[1]) throw new Refusal('xml-entities');
  return { fetches: /["'](https?|ftp|file|data):/i.test(doctype?.[0] ?? '') };
}

/** An element as it opens: local name, name space, attributes by local name (`xml:id` and `xml:lang` with prefix). */
export interface OpenElement {
  readonly name: string;
  readonly space: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** What a reader of XML is told. Text comes in pieces. */
export interface XmlListener {
  open(element: OpenElement): void;
  close(name: string): void;
  text(text: string): void;
}

function attributesOf(tag: SaxesTagNS): Map<string, string> {
  const found = new Map<string, string>();
  for (const { local, prefix, value } of Object.values(tag.attributes) as SaxesAttributeNS[])
    found.set(prefix === 'xml' ? `xml:${local}` : local, value);
  return found;
}

/** Elements inside each other; name spaces are looked up through all of them, so depth costs time. */
const DEEPEST = 64;

/** Reads XML in order, with name spaces; stops at the first error. Throws `Refusal`. */
export function readXml(text: string, listener: XmlListener): void {
  const parser = new SaxesParser({ xmlns: true, position: true });
  parser.on('error', (error) => {
    throw new Refusal('xml-broken', { reason: error.message });
  });
  let depth = 0;
  parser.on('opentag', (tag) => {
    if (++depth > DEEPEST) throw new Refusal('xml-broken', { reason: `more than ${DEEPEST} levels` });
    listener.open({ name: tag.local, space: tag.uri, attributes: attributesOf(tag) });
  });
  parser.on('closetag', (tag) => {
    depth--;
    listener.close(tag.local);
  });
  parser.on('text', (data) => listener.text(data));
  parser.on('cdata', (data) => listener.text(data));
  parser.write(text).close();
}
