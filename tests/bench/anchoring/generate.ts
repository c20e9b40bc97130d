import { type Box, box, leaf, type Piece } from './model.ts';
import type { Chance } from './random.ts';
import vocabulary from './vocabulary.json' with { type: 'json' };

/** Writes pages that look like official documents: repetitive on purpose. */
export class Author {
  readonly #chance: Chance;
  readonly #english: number;
  /** Sentences that come again and again. */
  readonly #stock: string[];

  constructor(chance: Chance, english: number) {
    this.#chance = chance;
    this.#english = english;
    this.#stock = Array.from({ length: 12 }, () => this.#chinese());
  }

  year(): string {
    return `${this.#chance.between(105, 120)}年`;
  }

  amount(): string {
    const c = this.#chance;
    return c.chance(0.5)
      ? `${c.between(1, 99)},${String(c.between(0, 999)).padStart(3, '0')}萬元`
      : `${c.between(2, 980)}件`;
  }

  phrase(): string {
    const c = this.#chance;
    const noun = c.pickFront(vocabulary.nouns);
    const adjective = c.chance(0.6) ? c.pickFront(vocabulary.adjectives) : '';
    const more = c.chance(0.3) ? `${c.pick(['及', '與', '之', '、'])}${c.pickFront(vocabulary.nouns)}` : '';
    return `${c.pickFront(vocabulary.verbs)}${adjective}${noun}${more}`;
  }

  #chinese(): string {
    const c = this.#chance;
    const parts: string[] = [];
    if (c.chance(0.35)) parts.push(c.pick(vocabulary.openers));
    const agency = c.pickFront(vocabulary.agencies);
    parts.push(
      `${c.chance(0.3) ? `${this.year()}度` : ''}${agency}${c.pick(['應', '得', '將', '已', '持續', '賡續', ''])}${this.phrase()}`,
    );
    for (let n = c.between(0, 3); n > 0; n--) {
      const kind = c.next();
      if (kind < 0.6) parts.push(`${c.chance(0.5) ? c.pick(vocabulary.links) : ''}${this.phrase()}`);
      else if (kind < 0.8) parts.push(`${c.pick(['計', '共', '累計達', '約'])}${this.amount()}`);
      else parts.push(c.pick(vocabulary.tails));
    }
    return `${parts.join('，')}。`;
  }

  #inEnglish(): string {
    const c = this.#chance;
    const words = Array.from({ length: c.between(7, 18) }, () => c.pickFront(vocabulary.english));
    if (c.chance(0.3)) words.splice(3, 0, String(c.between(2, 2030)));
    const text = words.join(' ');
    return `${text[0]!.toUpperCase()}${text.slice(1)}. `;
  }

  sentence(): string {
    const c = this.#chance;
    if (c.chance(this.#english)) return this.#inEnglish();
    return c.chance(0.07) ? c.pick(this.#stock) : this.#chinese();
  }

  paragraph(): string {
    return Array.from({ length: this.#chance.between(1, 5) }, () => this.sentence()).join('');
  }

  short(): string {
    const c = this.#chance;
    if (c.chance(this.#english)) return `${c.pick(vocabulary.english)} ${c.pick(vocabulary.english)}`;
    return c.chance(0.5) ? c.pickFront(vocabulary.nouns) : this.phrase();
  }

  /** Text of a block, some of it in inline elements. */
  inline(text: string): Piece[] {
    const c = this.#chance;
    if (text.length < 12 || c.chance(0.45)) return [leaf(text)];
    const pieces: Piece[] = [];
    let at = 0;
    while (at < text.length) {
      const plain = Math.min(text.length, at + c.between(4, 60));
      pieces.push(leaf(text.slice(at, plain)));
      at = plain;
      if (at >= text.length) break;
      const marked = Math.min(text.length, at + c.between(2, 14));
      pieces.push(box(c.pick(['strong', 'a', 'em', 'span', 'span', 'b']), leaf(text.slice(at, marked))));
      at = marked;
      if (c.chance(0.05)) pieces.push(box('sup', leaf(String(c.between(1, 40)))));
      if (c.chance(0.03)) pieces.push(box('br'));
    }
    return pieces;
  }

  #list(): Box {
    const c = this.#chance;
    const items = Array.from({ length: c.between(2, 9) }, () => {
      const item = box('li', ...this.inline(c.chance(0.4) ? this.short() : this.sentence()));
      if (c.chance(0.12))
        item.kids.push(
          box('ul', ...Array.from({ length: c.between(2, 4) }, () => box('li', leaf(this.short())))),
        );
      return item;
    });
    return box(c.chance(0.5) ? 'ul' : 'ol', ...items);
  }

  #table(): Box {
    const c = this.#chance;
    const columns = c.between(2, 5);
    const head = box(
      'tr',
      ...Array.from({ length: columns }, () =>
        box(
          'th',
          leaf(
            c.chance(0.5) ? this.short() : c.pick(['項目', '期程', '經費', '單位', '說明', '指標', '備註']),
          ),
        ),
      ),
    );
    const rows = Array.from({ length: c.between(2, 12) }, () =>
      box(
        'tr',
        ...Array.from({ length: columns }, (_, column) =>
          box(
            'td',
            leaf(
              column === 0
                ? this.short()
                : c.chance(0.5)
                  ? this.amount()
                  : c.chance(0.5)
                    ? this.year()
                    : this.phrase(),
            ),
          ),
        ),
      ),
    );
    return box('table', box('tbody', head, ...rows));
  }

  /** Near copies: one sentence for many cities or years, with other figures. */
  #series(): Box[] {
    const c = this.#chance;
    const by = c.chance(0.6) ? vocabulary.cities : Array.from({ length: 10 }, (_, n) => `${108 + n}年度`);
    const first = c.between(0, by.length - 4);
    const names = by.slice(first, first + c.between(3, 12));
    const stem = this.phrase();
    const tail = this.#chinese();
    const blocks = names.map((name) => {
      const government = name.endsWith('年度') ? '' : '政府';
      return `${name}${government}：${stem}${this.amount()}，${tail}`;
    });
    return c.chance(0.5)
      ? [box('ul', ...blocks.map((text) => box('li', leaf(text))))]
      : blocks.map((text) => box('p', leaf(text)));
  }

  #block(): Box[] {
    const kind = this.#chance.next();
    if (kind < 0.5) return [box('p', ...this.inline(this.paragraph()))];
    if (kind < 0.68) return [this.#list()];
    if (kind < 0.8) return [this.#table()];
    if (kind < 0.86) return this.#series();
    if (kind < 0.92) return [box('blockquote', ...this.inline(this.paragraph()))];
    if (kind < 0.96) {
      return [
        box(
          'dl',
          ...Array.from({ length: this.#chance.between(2, 5) }, () => [
            box('dt', leaf(this.short())),
            box('dd', ...this.inline(this.sentence())),
          ]).flat(),
        ),
      ];
    }
    return [box('p', leaf(this.#chance.pick(this.#stock)))];
  }

  heading(): string {
    const c = this.#chance;
    const text = c.chance(this.#english)
      ? this.short()
      : c.chance(0.4)
        ? c.pick(vocabulary.headings)
        : this.phrase();
    return c.chance(0.5) ? `${c.pick(['一', '二', '三', '四', '五', '六', '七', '八'])}、${text}` : text;
  }

  #section(): Box {
    const blocks: Box[] = [box('h2', leaf(this.heading()))];
    for (let n = this.#chance.between(3, 9); n > 0; n--) {
      if (this.#chance.chance(0.12)) blocks.push(box('h3', leaf(this.heading())));
      blocks.push(...this.#block());
    }
    return box('section', ...blocks);
  }

  /** A whole page of about `length` characters. */
  page(length: number): Box {
    const c = this.#chance;
    const menu = box(
      'nav',
      box(
        'ul',
        ...Array.from({ length: c.between(6, 20) }, () => box('li', box('a', leaf(c.pick(vocabulary.menu))))),
      ),
    );
    const header = box('header', box('div', leaf('中央政府入口網')), menu);
    const crumbs = box('div', box('a', leaf('首頁')), leaf(' > '), box('a', leaf(c.pick(vocabulary.menu))));
    const article = box('article', box('h1', leaf(`${this.phrase()}計畫`)));
    header.role = 'chrome';
    crumbs.role = 'chrome';
    article.role = 'main';
    let written = 0;
    while (written < length) {
      const section = this.#section();
      article.kids.push(section);
      written +=
        JSON.stringify(section, (key, value) => (key === 'ids' ? undefined : value)).replace(/[ -~]+/g, '')
          .length + (this.#english > 0.3 ? 600 : 0);
    }
    return box('div', header, crumbs, article, box('footer', box('p', leaf(`更新日期：${this.year()}`))));
  }
}
