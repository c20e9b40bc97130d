import { Author } from './generate.ts';
import {
  type Box,
  box,
  clone,
  eachBox,
  foreign,
  freshIds,
  isLeafBlock,
  isVisible,
  type Leaf,
  leaf,
  leafBlocks,
  leavesOf,
  type Piece,
  renew,
  textOf,
} from './model.ts';
import type { Pick } from './picks.ts';
import type { Chance } from './random.ts';
import vocabulary from './vocabulary.json' with { type: 'json' };

/** The identities that a change was aimed at. */
type Target = Pick;

const INLINE = new Set(['strong', 'em', 'a', 'span', 'b', 'i', 'sup', 'mark']);

function boxesOf(page: Box): Box[] {
  const found: Box[] = [];
  eachBox(page, (candidate) => {
    found.push(candidate);
  });
  return found;
}

function mainOf(page: Box): Box {
  return boxesOf(page).find((candidate) => candidate.role === 'main') ?? page;
}

function parentOf(page: Box, wanted: Piece): Box | null {
  return boxesOf(page).find((candidate) => candidate.kids.includes(wanted)) ?? null;
}

/** Leaf blocks that hold characters of a target. */
function homes(page: Box, target: Target): Box[] {
  return leafBlocks(page).filter((block) =>
    block.kids.some(
      (kid) => !isBlockInside(kid) && leavesOf(kid).some((text) => text.ids.some((id) => target.ids.has(id))),
    ),
  );
}

function isBlockInside(piece: Piece): boolean {
  return piece.kind === 'box' && !INLINE.has(piece.tag) && piece.tag !== 'br';
}

/** M1: white space, wraps, zero-width characters, spacing, inline tags, split spans, renamed and wrapped blocks. */
export function churn(page: Box, c: Chance): void {
  for (const text of leavesOf(page)) {
    let out = '';
    const ids: number[] = [];
    for (let i = 0; i < text.text.length; i++) {
      const character = text.text[i]!;
      const han = character > '\u2fff';
      const nextHan = (text.text[i + 1] ?? '') > '\u2fff';
      out += character === ' ' ? c.pick([' ', '\n  ', '\u00a0', '  ']) : character;
      while (ids.length < out.length) ids.push(text.ids[i]!);
      const roll = c.next();
      if (roll < 0.012) out += '\u200b';
      else if (roll < 0.03 && han) out += '\n      ';
      else if (han !== nextHan && roll < 0.3) out += ' ';
      while (ids.length < out.length) ids.push(text.ids[i]!);
    }
    const wrap = c.chance(0.3);
    text.text = wrap ? `\n    ${out}\n  ` : out;
    text.ids = wrap
      ? [...new Array<number>(5).fill(ids[0]!), ...ids, ...new Array<number>(3).fill(ids.at(-1)!)]
      : ids;
  }
  eachBox(page, (found) => {
    if (INLINE.has(found.tag) || isLeafBlock(found))
      found.kids = found.kids.flatMap((kid) => splitLeaf(kid, c));
  });
  eachBox(page, (found, parent) => {
    if (found.tag === 'p' && c.chance(0.3)) found.tag = 'div';
    else if (found.tag === 'section' && c.chance(0.5)) found.tag = 'div';
    else if (found.tag === 'strong' && c.chance(0.5)) found.tag = 'b';
    if (parent !== null && (found.tag === 'p' || found.tag === 'table') && c.chance(0.2)) {
      parent.kids[parent.kids.indexOf(found)] = box('div', found);
    }
  });
}

function splitLeaf(kid: Piece, c: Chance): Piece[] {
  if (kid.kind === 'box') return INLINE.has(kid.tag) && kid.tag !== 'a' && c.chance(0.2) ? kid.kids : [kid];
  if (kid.text.length < 6 || c.chance(0.5)) return [kid];
  const cut = c.between(1, kid.text.length - 1);
  const head = leaf(kid.text.slice(0, cut), kid.ids.slice(0, cut));
  const tail = leaf(kid.text.slice(cut), kid.ids.slice(cut));
  return c.chance(0.5) ? [head, tail] : [head, box(c.pick(['span', 'em', 'b']), tail)];
}

/** M2: menus, tables of contents, banners, scripts, asides; advertisements between blocks. */
export function boilerplate(page: Box, c: Chance, author: Author): void {
  const main = mainOf(page);
  const headings = leafBlocks(main).filter((block) => /^h[123]$/.test(block.tag));
  const contents = box('ul', ...headings.map((heading) => box('li', box('a', foreign(textOf(heading))))));
  const menu = box(
    'ul',
    ...Array.from({ length: c.between(5, 25) }, () => box('li', box('a', foreign(c.pick(vocabulary.menu))))),
  );
  const banner = box('div', box('p', foreign(author.sentence())));
  const parent = parentOf(page, main)!;
  const at = parent.kids.indexOf(main);
  parent.kids.splice(
    at,
    0,
    ...c.shuffle([banner, box('nav', menu), ...(c.chance(0.7) ? [box('nav', contents)] : [])]),
  );
  parent.kids.push(
    box(
      'aside',
      box('h3', foreign('相關連結')),
      ...Array.from({ length: 4 }, () => box('p', foreign(author.sentence()))),
    ),
  );
  eachBox(main, (found) => {
    if (found.tag !== 'section' && found.role !== 'main') return;
    found.kids = found.kids.flatMap((kid) => {
      if (!c.chance(0.15)) return [kid];
      const add = c.chance(0.6)
        ? box('div', foreign(`廣告：${author.phrase()}`))
        : box('script', foreign('var x = "計畫目標";'));
      return [kid, add];
    });
  });
}

/** M3: one to three of forty characters changed inside the quote. Skips quotes too short to stay themselves. */
export function smallEdit(page: Box, c: Chance, target: Target): boolean {
  if (target.length < 4) return false;
  const edits = Math.max(1, Math.round((target.length * c.between(1, 3)) / 40));
  const spots: { text: Leaf; at: number }[] = [];
  for (const text of leavesOf(page)) {
    for (let at = 0; at < text.ids.length; at++)
      if (target.ids.has(text.ids[at]!) && isVisible(text.text[at]!)) spots.push({ text, at });
  }
  const chosen = c
    .shuffle(spots.map((_, n) => n))
    .slice(0, Math.min(edits, 12))
    .sort((a, b) => b - a);
  for (const n of chosen) {
    const { text, at } = spots[n]!;
    const kind = c.next();
    const letter = c.pick([...'更新增列另案修訂擬具各該相當全部逐步再行併']);
    const id = text.ids[at]!;
    if (kind < 0.6) replace(text, at, 1, letter, [id]);
    else if (kind < 0.8 && n > 0 && n < spots.length - 1) replace(text, at, 0, letter, [id]);
    else if (spots.length > 8) replace(text, at, 1, '', []);
    else replace(text, at, 1, letter, [id]);
  }
  return true;
}

function replace(text: Leaf, at: number, length: number, by: string, ids: number[]): void {
  text.text = text.text.slice(0, at) + by + text.text.slice(at + length);
  text.ids.splice(at, length, ...ids);
}

/** M4: 64 to 90 characters before and/or after the quote rewritten to another length, a notice above. */
export function rewriteAround(
  page: Box,
  c: Chance,
  author: Author,
  target: Target,
  others: readonly Target[],
): void {
  const spots: { text: Leaf; at: number }[] = [];
  for (const text of leavesOf(page)) for (let at = 0; at < text.ids.length; at++) spots.push({ text, at });
  const inside = spots
    .map(({ text, at }, n) => (target.ids.has(text.ids[at]!) ? n : -1))
    .filter((n) => n >= 0);
  const first = inside[0]!;
  const last = inside.at(-1)!;
  const sides = c.pick(['before', 'after', 'both']);
  const parts: (typeof spots)[] = [];
  if (sides !== 'before') parts.push(spots.slice(last + 1, last + 1 + c.between(64, 90)));
  if (sides !== 'after') parts.push(spots.slice(Math.max(0, first - c.between(64, 90)), first));
  for (const whole of parts) {
    const part = whole.filter(({ text, at }) => !others.some((other) => other.ids.has(text.ids[at]!)));
    const byLeaf = new Map<Leaf, number[]>();
    for (const { text, at } of part) byLeaf.set(text, [...(byLeaf.get(text) ?? []), at]);
    for (const [text, places] of [...byLeaf].reverse()) {
      const stretches = places.filter((at) => !places.includes(at - 1)).reverse();
      for (const start of stretches) {
        let count = 1;
        while (places.includes(start + count)) count++;
        const length = Math.max(1, Math.round(count * (0.6 + c.next() * 0.9)));
        let fresh = '';
        while (fresh.length < length) fresh += author.sentence();
        replace(text, start, count, fresh.slice(0, length), freshIds(length));
      }
    }
  }
  mainOf(page).kids.unshift(box('p', foreign(`公告：${author.sentence()}`)));
}

/** M5: blocks, list items and rows in another order; blocks that share a highlight stay together. */
export function reorder(page: Box, c: Chance, keep: readonly Target[]): void {
  eachBox(mainOf(page), (found) => {
    const movable = ['section', 'ul', 'ol', 'tbody', 'article'].includes(found.tag);
    if (!movable || found.kids.length < 2 || !c.chance(0.6)) return;
    const groups: Piece[][] = [];
    for (const kid of found.kids) {
      const last = groups.at(-1);
      if (last !== undefined && keep.some((target) => holds(last.at(-1)!, target) && holds(kid, target)))
        last.push(kid);
      else groups.push([kid]);
    }
    if (found.tag === 'article' || found.tag === 'section') {
      for (let n = Math.ceil(groups.length * 0.3); n > 0; n--) {
        const [moved] = groups.splice(c.between(0, groups.length - 1), 1);
        groups.splice(c.between(0, groups.length), 0, moved!);
      }
    } else c.shuffle(groups);
    found.kids = groups.flat();
  });
}

function holds(piece: Piece, target: Target): boolean {
  return leavesOf(piece).some((text) => text.ids.some((id) => target.ids.has(id)));
}

const WIDE = new Map(
  [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'].map((x) => [
    x,
    String.fromCharCode(x.charCodeAt(0) + 0xfee0),
  ]),
);
const MARKS = new Map([
  ['，', ','],
  ['：', ':'],
  ['、', '､'],
  ['（', '('],
  ['）', ')'],
  [',', '，'],
  ['。', '｡'],
  ['-', '－'],
]);

/** M6: variants of characters, full and half width. */
export function variants(page: Box, c: Chance): void {
  const pairs = new Map(vocabulary.variants.map(([a, b]) => [a!, b!] as const));
  for (const text of leavesOf(page)) {
    text.text = [...text.text]
      .map((x) => (c.chance(0.7) ? (pairs.get(x) ?? WIDE.get(x) ?? MARKS.get(x) ?? x) : x))
      .join('');
  }
}

/** M7: the blocks with the quote deleted, and with a cell its row. */
export function remove(page: Box, target: Target): void {
  for (const block of homes(page, target)) {
    const parent = parentOf(page, block);
    if (parent === null) continue;
    if (parent.tag === 'tr') {
      const body = parentOf(page, parent);
      if (body !== null) body.kids = body.kids.filter((kid) => kid !== parent);
    } else {
      parent.kids = parent.kids.filter((kid) => kid !== block);
    }
  }
}

/** M8: the quote copied to a place further up: with fresh context, with half of its own, or with its whole block. */
export function copyUp(page: Box, c: Chance, author: Author, target: Target): boolean {
  const main = mainOf(page);
  const blocks = homes(page, target);
  const block = blocks[0];
  if (block === undefined) return false;
  const places: { id: number; character: string }[] = [];
  for (const text of leavesOf(page)) {
    for (let i = 0; i < text.text.length; i++) places.push({ id: text.ids[i]!, character: text.text[i]! });
  }
  const first = places.findIndex((place) => target.ids.has(place.id));
  const last = places.findLastIndex((place) => target.ids.has(place.id));
  const slice = (from: number, to: number): string =>
    places
      .slice(Math.max(0, from), to)
      .map((place) => place.character)
      .join('');
  const kind = c.pick(['fresh', 'half', 'block']);
  let copy: Piece;
  if (kind === 'block' && blocks.length === 1 && !['td', 'th', 'li', 'dt', 'dd'].includes(block.tag)) {
    copy = clone(block);
    renew(copy);
  } else {
    const quote = slice(first, last + 1);
    const text =
      kind === 'half'
        ? c.chance(0.5)
          ? slice(first - 32, first) + quote + author.sentence()
          : author.sentence() + quote + slice(last + 1, last + 33)
        : author.sentence() + quote + author.sentence();
    copy = box('p', leaf(text));
  }
  const sections = main.kids.filter((kid): kid is Box => kid.kind === 'box' && kid.tag === 'section');
  const home = sections.findIndex((section) => holds(section, target));
  const spots = sections.slice(0, home + 1).flatMap((section, at) => {
    // Side by side nobody could tell the copy from the original, so something stays between them.
    const own = at === home ? section.kids.findIndex((kid) => holds(kid, target)) : section.kids.length;
    return Array.from({ length: Math.max(0, own - 1) }, (_, place) => ({ section, place }));
  });
  if (spots.length === 0) return false;
  const spot = c.pick(spots);
  spot.section.kids.splice(spot.place, 0, copy);
  return true;
}

/** M9: over 55 % of the quote rewritten. */
export function rewriteQuote(page: Box, c: Chance, author: Author, target: Target): boolean {
  if (target.length < 8) return false;
  let rewritten = 0;
  const share = 0.56 + c.next() * 0.3;
  for (const text of leavesOf(page)) {
    const mine = text.ids.map((id, at) => (target.ids.has(id) ? at : -1)).filter((at) => at >= 0);
    if (mine.length === 0) continue;
    const length = Math.ceil(mine.length * share);
    const at = mine[c.between(0, mine.length - length)]!;
    let fresh = '';
    while (fresh.length < length) fresh += author.sentence();
    text.text = text.text.slice(0, at) + fresh.slice(0, length) + text.text.slice(at + length);
    rewritten += length;
  }
  return rewritten > 0;
}

/** Tears a highlight that spans blocks: something else comes between them. */
export function tear(page: Box, author: Author, target: Target): boolean {
  const blocks = homes(page, target);
  if (blocks.length < 2) return false;
  const later = blocks.at(-1)!;
  const parent = parentOf(page, later);
  if (parent === null || parent.tag === 'tr') return false;
  parent.kids = parent.kids.filter((kid) => kid !== later);
  const main = mainOf(page);
  main.kids.push(
    box(
      'section',
      box('h2', leaf(author.heading())),
      box('p', leaf(author.paragraph())),
      box('p', leaf(author.paragraph())),
      { ...later, tag: 'p' },
    ),
  );
  return true;
}

/** The extension's own lines and glosses between and inside the text. */
export function ownInsertions(page: Box, c: Chance, author: Author): void {
  const own = (text: string): Box => ({
    ...box(c.chance(0.5) ? 'policy-gloss-card' : 'policy-gloss-line', foreign(text)),
    role: 'own',
  });
  eachBox(mainOf(page), (found) => {
    if (!isLeafBlock(found)) return;
    found.kids = found.kids.flatMap((kid) =>
      c.chance(0.3) ? [...splitLeaf(kid, c), own(author.phrase())] : [kid],
    );
    if (c.chance(0.2)) found.kids.push(own(textOf(found)));
  });
}

/** Moves whole sections into open shadow trees. */
export function intoShadow(page: Box, c: Chance, keep: readonly Target[]): void {
  const main = mainOf(page);
  for (const section of main.kids) {
    if (section.kind !== 'box' || section.tag !== 'section' || !c.chance(0.5)) continue;
    const shared = keep.some(
      (target) =>
        holds(section, target) && main.kids.some((other) => other !== section && holds(other, target)),
    );
    if (!shared) {
      section.role = 'shadow';
      section.tag = 'div';
    }
  }
}

/** Takes the later half of the sections out; they come in late. */
export function holdBack(page: Box): void {
  const main = mainOf(page);
  main.kids = main.kids.slice(0, Math.ceil(main.kids.length / 2));
}

export type { Target };
export { Author };
