import { GUTTER, keepInside, type Point, type Size } from '../../reader/placement.ts';

/** How far an arrow key moves the card, CSS px; with Shift held, a fine step. */
const STEP = 32;
const FINE_STEP = 4;

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The button that has the arrow keys, and a press of which moves without any dragging (WCAG 2.5.7). */
export const MOVE_BUTTON = 'data-move';

function viewport(): Size {
  return { width: document.documentElement.clientWidth, height: innerHeight };
}

/** Moves the card by its header, by arrow keys, or from corner to corner; always inside of the window. */
export class CardMover {
  readonly #panel: HTMLElement;
  readonly #place: () => void;
  #onMove: () => void = () => {};
  /** Where the reader put it, and the height it had then; undefined while it stands at its term. */
  #moved: (Point & { readonly height: number }) | undefined;
  #corner = 0;

  /** `place` is called whenever the card is to be put where it belongs now. */
  constructor(panel: HTMLElement, place: () => void) {
    this.#panel = panel;
    this.#place = place;
  }

  /** The card is another one: it stands at its term again. */
  reset(): void {
    this.#moved = undefined;
    this.#onMove = () => {};
    this.#corner = 0;
  }

  /** `onMove` is called with every move: a card that was put somewhere is to stay. */
  bind(onMove: () => void): void {
    this.#onMove = onMove;
  }

  /** Place of a card of `size` as the reader wants it, with the height that it may have there. */
  placeOf(size: Size): (Point & { readonly maxHeight: number }) | undefined {
    if (!this.#moved) return undefined;
    const height = Math.min(size.height, this.#moved.height);
    const { x, y } = keepInside(this.#moved, { width: size.width, height }, viewport());
    return { x, y, maxHeight: viewport().height - GUTTER - y };
  }

  /** Follows a pointer that was pressed on the header until it is let go. */
  drag(event: PointerEvent): void {
    const header = event.currentTarget;
    if (!(header instanceof HTMLElement) || event.button !== 0 || isControl(event.target)) return;
    event.preventDefault();
    const box = this.#panel.getBoundingClientRect();
    const grip = { x: event.clientX - box.left, y: event.clientY - box.top };
    header.setPointerCapture(event.pointerId);
    const ended = new AbortController();
    const { signal } = ended;
    header.addEventListener(
      'pointermove',
      (move) => this.#moveTo({ x: move.clientX - grip.x, y: move.clientY - grip.y }, box.height),
      { signal },
    );
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'] as const)
      header.addEventListener(end, () => ended.abort(), { signal });
  }

  /** Moves by an arrow key when the button for moving has the focus. True when it did. */
  key(event: KeyboardEvent, focused: Element | null): boolean {
    const way = ARROWS[event.key];
    if (event.type !== 'keydown' || !way || !focused?.hasAttribute(MOVE_BUTTON)) return false;
    event.preventDefault();
    const box = this.#panel.getBoundingClientRect();
    const step = event.shiftKey ? FINE_STEP : STEP;
    this.#moveTo({ x: box.left + way[0] * step, y: box.top + way[1] * step }, box.height);
    return true;
  }

  /** Moves into the next corner of the window, going round; the first is the one across from where the card is. */
  nextCorner(): void {
    const box = this.#panel.getBoundingClientRect();
    const { width, height } = viewport();
    if (!this.#moved) {
      const isRight = box.left + box.width / 2 > width / 2;
      const isBelow = box.top + box.height / 2 > height / 2;
      this.#corner = isBelow ? (isRight ? 0 : 1) : isRight ? 3 : 2;
    }
    const isRight = this.#corner === 1 || this.#corner === 2;
    const isBelow = this.#corner >= 2;
    this.#corner = (this.#corner + 1) % 4;
    this.#moveTo({ x: isRight ? width : 0, y: isBelow ? height : 0 }, box.height);
  }

  #moveTo({ x, y }: Point, height: number): void {
    const size = { width: this.#panel.offsetWidth, height };
    this.#moved = { ...keepInside({ x, y }, size, viewport()), height };
    this.#place();
    this.#onMove();
  }
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a') !== null;
}
