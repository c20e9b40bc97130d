/**
 * The little of the DOM that reading text needs. The browser's nodes fit it, and so does a thin view over a parser's
 * tree, so that files can be read on the command line with the very same code.
 */
export interface ReadableNode {
  readonly nodeType: number;
  /** Upper-case tag name of an HTML element. */
  readonly nodeName: string;
  readonly firstChild: ReadableNode | null;
  readonly nextSibling: ReadableNode | null;
  readonly previousSibling: ReadableNode | null;
  readonly parentNode: ReadableNode | null;
}

/** A text node. */
export interface ReadableText extends ReadableNode {
  readonly data: string;
}

/** An element. */
export interface ReadableElement extends ReadableNode {
  hasAttribute(name: string): boolean;
  getAttribute(name: string): string | null;
  readonly shadowRoot?: ReadableNode | null;
}

/** Name of the only element that we add to a page. */
export const HOST_NAME = 'policy-gloss-card';

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** What an element is for reading. */
export type Role = 'skipped' | 'inline' | 'replaced' | 'block';

/** Parts whose text is not prose: never read. Ruby annotations would tear the word they stand over. */
const SKIPPED = `SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT DATALIST INPUT OBJECT EMBED IFRAME FRAME FRAMESET CANVAS
  VIDEO AUDIO SVG MATH CODE KBD SAMP TT RT RP HEAD TITLE ${HOST_NAME.toUpperCase()}`;

/** Elements that run along with the text around them; everything else begins and ends a block. */
const INLINE = `A ABBR ACRONYM B BDI BDO BIG BLINK CITE DATA DEL DFN EM FONT I INS LABEL MARK NOBR Q RB RUBY S SMALL SPAN
  STRIKE STRONG SUB SUP TIME U VAR WBR`;

/** Parts inside a line that are no text: they end a word but not a block. */
const REPLACED = 'BR IMG PICTURE BUTTON METER PROGRESS';

function named(names: string, role: Role): [string, Role][] {
  return names.split(/\s+/).map((name) => [name, role]);
}

/** Roles by name. Names that are in no list come in when they are first met: a page has few. */
const roles = new Map<string, Role>([
  ...named(SKIPPED, 'skipped'),
  ...named(INLINE, 'inline'),
  ...named(REPLACED, 'replaced'),
]);

/** Whether a node is text. */
export function isText(node: ReadableNode): node is ReadableText {
  return node.nodeType === TEXT_NODE;
}

/** Whether a node is an element. */
export function isElement(node: ReadableNode): node is ReadableElement {
  return node.nodeType === ELEMENT_NODE;
}

function isEditable(element: ReadableElement): boolean {
  const value = element.getAttribute('contenteditable');
  return value !== null && value.toLowerCase() !== 'false';
}

function roleOfName(nodeName: string): Role {
  const known = roles.get(nodeName);
  if (known) return known;
  // SVG and MathML names come in lower case.
  const role = roles.get(nodeName.toUpperCase()) ?? 'block';
  roles.set(nodeName, role);
  return role;
}

/** The role of an element by its name and attributes alone: asking for computed style would force layout. */
export function roleOf(element: ReadableElement): Role {
  const role = roleOfName(element.nodeName);
  if (role === 'skipped' || isEditable(element)) return 'skipped';
  return role === 'inline' && element.hasAttribute('hidden') ? 'skipped' : role;
}

/** Whether nothing of a node is ever read, wherever it stands: comments, scripts, our own host. */
export function isNeverRead(node: ReadableNode): boolean {
  return !isText(node) && (!isElement(node) || roleOfName(node.nodeName) === 'skipped');
}

/** Whether a node lies in a part that is not read (editable, code, our own host). */
export function isInSkippedPart(node: ReadableNode): boolean {
  for (let at: ReadableNode | null = node; at; at = at.parentNode) {
    if (isElement(at) && roleOf(at) === 'skipped') return true;
  }
  return false;
}
