/** What a shadow root of the page needs of us once: to be watched, and our style of marks where it does not reach in. */
export class ShadowRoots {
  readonly #watch: (root: ShadowRoot) => void;
  readonly #sheet: CSSStyleSheet | undefined;
  readonly #known = new Set<ShadowRoot>();

  /** `styles`: CSS of the marks, for browsers that do not apply an extension's own in shadow roots (Firefox). */
  constructor(watch: (root: ShadowRoot) => void, styles: string | undefined, signal: AbortSignal) {
    this.#watch = watch;
    if (styles !== undefined) {
      this.#sheet = new CSSStyleSheet();
      this.#sheet.replaceSync(styles);
    }
    signal.addEventListener('abort', () => this.#leave());
  }

  meet(roots: Iterable<ShadowRoot>): void {
    for (const root of roots) {
      if (this.#known.has(root)) continue;
      this.#known.add(root);
      if (this.#sheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
      this.#watch(root);
    }
  }

  #leave(): void {
    if (!this.#sheet) return;
    for (const root of this.#known)
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }
}
