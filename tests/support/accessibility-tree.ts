import type { Page } from 'playwright-core';

interface Node {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { value: string };
  readonly name?: { value: string };
  readonly childIds?: string[];
  readonly properties?: { name: string; value: { value?: unknown } }[];
}

/** A part of the accessibility tree as assistive technology is given it: what a screen reader can say of it, in order. */
export interface SpokenPart {
  readonly name: string;
  /** `role "name"`, with states that are set, of all that has a role to speak of. */
  readonly parts: readonly string[];
  /** All text, in order. */
  readonly text: string;
}

const SILENT = new Set([
  'generic',
  'StaticText',
  'InlineTextBox',
  'none',
  'paragraph',
  'ListMarker',
  'LineBreak',
  'LabelText',
  'strong',
  'emphasis',
  'Iframe',
]);
const STATES = ['level', 'pressed', 'expanded', 'selected', 'focused', 'modal'];

function told({ role, name, properties = [] }: Node): string {
  const states = properties
    .filter(
      ({ name: state, value }) => STATES.includes(state) && value.value !== false && value.value !== 'false',
    )
    .map(({ name: state, value }) =>
      value.value === true || value.value === 'true' ? state : `${state} ${value.value}`,
    );
  return [`${role?.value} "${name?.value ?? ''}"`, ...states].join(', ');
}

/** The first dialog in the accessibility tree, closed shadow roots included. */
export async function spokenDialog(page: Page): Promise<SpokenPart> {
  const driver = await page.context().newCDPSession(page);
  const { nodes } = (await driver.send('Accessibility.getFullAXTree')) as unknown as { nodes: Node[] };
  await driver.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const dialog = nodes.find(({ role, ignored }) => role?.value === 'dialog' && !ignored);
  if (!dialog) throw new Error('no dialog in the accessibility tree');
  const parts: string[] = [];
  const text: string[] = [];
  const visit = (node: Node) => {
    const role = node.role?.value ?? 'none';
    if (!node.ignored && role === 'StaticText') text.push(node.name?.value ?? '');
    if (!node.ignored && !SILENT.has(role)) parts.push(told(node));
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) visit(child);
    }
  };
  for (const id of dialog.childIds ?? []) {
    const child = byId.get(id);
    if (child) visit(child);
  }
  return { name: told(dialog), parts, text: text.join(' ') };
}
