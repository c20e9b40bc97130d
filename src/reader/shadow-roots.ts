/** What a shadow root of the page needs of us once: to be watched, and our style of marks where it does not reach in. */
export class ShadowRoots {
  readonly #watch: (root: ShadowRoot) => void;
  readonly #sheet: CSSStyleSheet | undefined;
  readonly #known = new WeakSet<ShadowRoot>();
  /** Those that have our style sheet. They are not kept: each would keep all that it was once part of. */
  readonly #styled: WeakRef<ShadowRoot>[] = [];

  /** `styles`: CSS of the marks, for browsers that do not apply an extension's own in shadow roots (Firefox). */
  constructor(watch: (root: ShadowRoot) => void, styles: string | undefined, signal: AbortSignal) {
    this.#watch = watch;
    if (styles !== undefined) {
      this.#sheet = new CSSStyleSheet();
      this.#sheet.replaceSync(styles);
    }
    signal.addEventListener('abort', () => this.#leave());
  }

  meet(root: ShadowRoot): void {
    if (this.#known.has(root)) return;
    this.#known.add(root);
    if (this.#sheet) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
      this.#styled.push(new WeakRef(root));
    }
    this.#watch(root);
  }

  #leave(): void {
    for (const styled of this.#styled) {
      const root = styled.deref();
      if (root) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    }
  }
}
