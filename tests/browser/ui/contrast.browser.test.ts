import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import readerStyles from '../../../entrypoints/reader.content/style.css?inline';
import { termStatusSchema } from '../../../src/glossary/status.ts';
import { highlightColourSchema } from '../../../src/highlights/highlight.ts';
import cardStyles from '../../../src/ui/card/card.css?inline';
import libraryStyles from '../../../src/ui/library/library.css?inline';
import { type Colour, colourOf, contrast, over } from '../../support/contrast.ts';

/** Least contrast of text, and of what is drawn and must be told from its ground (WCAG 2.2: 1.4.3, 1.4.11). */
const TEXT = 4.5;
const DRAWN = 3;

const GROUNDS = ['paper', 'ground', 'wash'] as const;
const THEMES = ['light', 'dark'] as const;

const BLACK: Colour = [0, 0, 0, 1];
const WHITE: Colour = [255, 255, 255, 1];

function sheetOf(styles: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  return sheet;
}

function add(parent: ParentNode, tag: string, className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  parent.append(element);
  return element;
}

/** A page of ours, and a card on a page, in a theme: what is added to either has the styles that it has in the product. */
const SURFACES = {
  page(theme: string): HTMLElement {
    document.adoptedStyleSheets = [sheetOf(libraryStyles)];
    return add(document.body, 'div', `library theme-${theme}`);
  },
  card(theme: string): HTMLElement {
    document.adoptedStyleSheets = [];
    const host = add(document.body, 'div', '');
    host.style.setProperty('--policy-gloss-shown', 'visible');
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheetOf(cardStyles)];
    return add(root, 'div', `panel themed theme-${theme}`);
  },
} as const;

const cases = (Object.keys(SURFACES) as (keyof typeof SURFACES)[]).flatMap((surface) =>
  THEMES.flatMap((theme) => GROUNDS.map((ground) => ({ surface, theme, ground }))),
);

describe.each(cases)('what stands on $ground of a $surface, $theme', ({ surface, theme, ground }) => {
  let home: HTMLElement;
  let under: Colour;
  beforeAll(() => {
    home = SURFACES[surface](theme);
    home.style.background = `var(--${ground})`;
    under = colourOf(getComputedStyle(home).backgroundColor);
  });
  afterAll(() => {
    const root = home.getRootNode();
    (root instanceof ShadowRoot ? root.host : home).remove();
    document.adoptedStyleSheets = [];
  });

  it('is light or dark as the theme says', () => {
    expect(contrast(under, theme === 'light' ? WHITE : BLACK)).toBeLessThan(2);
  });

  it.each(['ink', 'quiet', 'accent', 'official', 'warn'])('text in %s', (token) => {
    const text = add(home, 'p', '');
    text.style.color = `var(--${token})`;
    expect(contrast(colourOf(getComputedStyle(text).color), under)).toBeGreaterThanOrEqual(TEXT);
  });

  it.each(termStatusSchema.options)('the badge of %s, its words and its edge', (status) => {
    const { color, borderTopColor } = getComputedStyle(add(home, 'span', `status status-${status}`));
    expect(contrast(colourOf(color), under)).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(colourOf(borderTopColor), under)).toBeGreaterThanOrEqual(DRAWN);
  });

  it('the ring of the focus', () => {
    const button = add(home, 'button', 'link');
    button.focus({ focusVisible: true } as FocusOptions);
    const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(button);
    expect([outlineStyle, outlineWidth]).toEqual(['solid', '2px']);
    expect(contrast(colourOf(outlineColor), under)).toBeGreaterThanOrEqual(DRAWN);
  });

  it.each(highlightColourSchema.options)('the edge of what is highlighted in %s', (colour) => {
    const swatch = getComputedStyle(add(home, 'span', `swatch mark-${colour}`));
    expect(contrast(colourOf(swatch.borderTopColor), under)).toBeGreaterThanOrEqual(DRAWN);
  });

  it('words that are gone, and words that came', () => {
    const change = add(home, 'p', 'wording-change');
    for (const tag of ['del', 'ins'])
      expect(contrast(colourOf(getComputedStyle(add(change, tag, '')).color), under)).toBeGreaterThanOrEqual(
        TEXT,
      );
  });
});

describe('tints on pages of others', () => {
  const names = [
    'gloss-term-background',
    'gloss-term-current',
    ...highlightColourSchema.options.map((colour) => `gloss-mark-${colour}`),
  ];
  const pages = [
    { page: 'black on white', text: BLACK, paper: WHITE },
    { page: 'white on black', text: WHITE, paper: BLACK },
  ];
  beforeAll(() => {
    document.adoptedStyleSheets = [sheetOf(readerStyles)];
  });
  afterAll(() => {
    document.adoptedStyleSheets = [];
  });

  it.each(pages.flatMap((page) => names.map((name) => ({ ...page, name }))))(
    '$name leaves $page readable',
    ({ name, text, paper }) => {
      const tint = colourOf(
        getComputedStyle(document.documentElement, `::highlight(${name})`).backgroundColor,
      );
      expect(tint[3]).toBeGreaterThan(0);
      expect(contrast(text, over(tint, paper))).toBeGreaterThanOrEqual(TEXT);
    },
  );
});
