import { type ComponentChildren, render } from 'preact';
import { HOST_NAME } from '../../page/readable.ts';
import { type Box, placeCard } from '../../reader/placement.ts';
import type {
  CardView,
  EntryView,
  HighlightView,
  NoticeView,
  SelectionView,
  Surface,
  TermListView,
} from '../../reader/surface.ts';
import { Icon } from '../shared/icon.tsx';
import { htmlLang, type InterfaceLanguage, type Texts } from '../shared/texts.ts';
import styles from './card.css?inline';
import { CardMover } from './card-mover.ts';
import { CardPanel } from './card-panel.tsx';
import { EntryEditor } from './entry-editor.tsx';
import { HighlightEditor } from './highlight-editor.tsx';
import type { AskOtherSide } from './other-side.tsx';
import { SelectionMenu } from './selection-menu.tsx';
import { TermList } from './term-list.tsx';

/** How long a notice with an undo stays, milliseconds. Reading it stops the clock (WCAG 2.2.1). */
const NOTICE_TIME = 8_000;

/** What placing a card sets on it, and a list must not have. */
const PLACED = ['left', 'top', 'bottom', 'max-height'];

/** What our element is made with. */
export interface SurfaceOptions {
  readonly t: Texts;
  readonly language: InterfaceLanguage;
  readonly theme: 'auto' | 'light' | 'dark';
  /** Width of the card, CSS px. */
  readonly cardWidth: number;
  /** Size of the text, per cent. */
  readonly textSize: number;
  /** `closed` in what ships; tests may open it. */
  readonly mode: ShadowRootMode;
  /** What the page says of a term in the other language, where that page is open too. */
  readonly otherSide?: AskOtherSide;
  readonly signal: AbortSignal;
}

/** A part of the surface that is shown above everything of the page, or not at all. */
class Layer {
  readonly element: HTMLDivElement;
  #key = 0;

  constructor(root: ShadowRoot, className: string) {
    this.element = document.createElement('div');
    this.element.className = className;
    this.element.popover = 'manual';
    root.append(this.element);
  }

  get isOpen(): boolean {
    return this.element.matches(':popover-open');
  }

  show(children: ComponentChildren): void {
    // A new key makes a new component: the state of the card before is not the state of this one.
    render(
      <div key={this.#key++} class="content">
        {children}
      </div>,
      this.element,
    );
    if (!this.isOpen) this.element.showPopover();
  }

  hide(): void {
    if (this.isOpen) this.element.hidePopover();
    render(null, this.element);
  }
}

/**
 * The modal dialog or the full screen element of the page: all outside of it is inert, so our element must stand inside
 * to be of use (a dialog of our own would take the focus from the page at every hover).
 */
function modalPart(): Element | undefined {
  return [...document.querySelectorAll(':modal:not(video, iframe, img, canvas, object, embed)')].at(-1);
}

function createHost(options: SurfaceOptions): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement(HOST_NAME);
  host.dataset.state = 'closed';
  host.lang = htmlLang(options.language);
  const root = host.attachShadow({ mode: options.mode });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  return { host, root };
}

/** Our one element on the page. It joins the page when it first has something to show. */
export function createSurface(options: SurfaceOptions): Surface {
  const { t, language, signal } = options;
  const { host, root } = createHost(options);
  const panel = new Layer(root, `panel themed theme-${options.theme}`);
  panel.element.setAttribute('role', 'dialog');
  // The term and its equivalent, where there is a term; a list or an editor has its title alone.
  panel.element.setAttribute('aria-labelledby', 'surface title');
  const selection = new Layer(root, `selection themed theme-${options.theme}`);
  const notice = new Layer(root, `notice themed theme-${options.theme}`);
  notice.element.setAttribute('role', 'status');
  for (const { element } of [panel, selection, notice]) {
    element.style.setProperty('--width', `${options.cardWidth}px`);
    element.style.setProperty('--scale', String(options.textSize / 100));
  }
  let answerKey: ((event: KeyboardEvent) => void) | undefined;
  let anchor: Box | undefined;
  let returnFocus: Element | null = null;
  let noticeTimer: ReturnType<typeof setTimeout> | undefined;

  const join = () => {
    const home = modalPart() ?? document.documentElement;
    if (host.parentNode !== home) home.append(host);
  };
  const place = () => {
    if (!anchor || !panel.isOpen) return;
    panel.element.style.maxHeight = '';
    const size = { width: panel.element.offsetWidth, height: panel.element.offsetHeight };
    const viewport = { width: document.documentElement.clientWidth, height: innerHeight };
    const moved = mover.placeOf(size);
    if (moved) {
      Object.assign(panel.element.style, {
        left: `${moved.x}px`,
        top: `${moved.y}px`,
        bottom: 'auto',
        maxHeight: `${moved.maxHeight}px`,
      });
      return;
    }
    const { left, top, maxHeight, side } = placeCard(anchor, size, viewport);
    // A card that grows stays on its side of the term: from above it is tied to its lower edge.
    Object.assign(panel.element.style, {
      left: `${left}px`,
      top: side === 'below' ? `${top}px` : 'auto',
      bottom: side === 'above' ? `${innerHeight - top - Math.min(size.height, maxHeight)}px` : 'auto',
      maxHeight: `${maxHeight}px`,
    });
  };
  const mover = new CardMover(panel.element, () => place());
  const open = (at: Box | undefined, children: ComponentChildren, focus: boolean) => {
    join();
    anchor = at;
    mover.reset();
    panel.element.dataset.shows = at ? 'card' : 'terms';
    for (const side of PLACED) panel.element.style.removeProperty(side);
    answerKey = undefined;
    if (focus && !host.contains(document.activeElement)) returnFocus = document.activeElement;
    panel.show(children);
    host.dataset.state = 'open';
    place();
    if (focus) focusPanel();
  };
  const focusPanel = () =>
    (
      panel.element.querySelector<HTMLElement>('[data-first-focus]') ??
      panel.element.querySelector<HTMLElement>('h2[tabindex]')
    )?.focus();

  const sizes = new ResizeObserver(place);
  sizes.observe(panel.element);
  addEventListener('resize', place, { signal });
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    clearTimeout(noticeTimer);
    host.remove();
  });

  const hide = () => {
    const hadFocus = root.activeElement !== null;
    panel.hide();
    host.dataset.state = 'closed';
    anchor = undefined;
    if (hadFocus && returnFocus instanceof HTMLElement) returnFocus.focus({ preventScroll: true });
    returnFocus = null;
  };
  const hideNotice = () => {
    clearTimeout(noticeTimer);
    notice.hide();
  };

  return {
    prepare() {},
    showCard(view: CardView) {
      open(
        view.anchor,
        <CardPanel view={view} mover={mover} t={t} language={language} otherSide={options.otherSide} />,
        view.focus,
      );
    },
    showHighlight(view: HighlightView) {
      open(view.anchor, <HighlightEditor view={view} t={t} />, true);
    },
    showEntry(view: EntryView) {
      open(view.anchor, <EntryEditor view={view} t={t} />, true);
    },
    showTerms(view: TermListView) {
      const bindKeys = (answer: (event: KeyboardEvent) => void) => {
        answerKey = answer;
      };
      open(undefined, <TermList view={view} t={t} language={language} bindKeys={bindKeys} />, true);
    },
    showSelection(view: SelectionView) {
      // It may come late, when the selection has been dealt with by key.
      if (panel.isOpen) return;
      join();
      selection.show(<SelectionMenu view={view} t={t} />);
      const { width, height } = selection.element.getBoundingClientRect();
      const at = view.anchor;
      const { left, top } = placeCard(
        { top: at.top, bottom: at.bottom, right: at.right, left: at.right - width },
        { width, height },
        { width: document.documentElement.clientWidth, height: innerHeight },
      );
      Object.assign(selection.element.style, { left: `${left}px`, top: `${top}px` });
    },
    showNotice(view: NoticeView) {
      join();
      const undo = () => {
        hideNotice();
        view.undo?.();
      };
      const retry = () => {
        hideNotice();
        view.retry?.();
      };
      const edit = () => {
        hideNotice();
        view.edit?.();
      };
      notice.show(
        <>
          <span>{t(view.text, { ...view.values })}</span>
          {view.retry && (
            <button type="button" onClick={retry}>
              {t('mark.retry')}
            </button>
          )}
          {view.edit && (
            <button type="button" onClick={edit}>
              {t('entry.edit')}
            </button>
          )}
          {view.undo && (
            <button type="button" onClick={undo}>
              {t('notice.undo')}
            </button>
          )}
          <button type="button" class="icon" aria-label={t('card.close')} onClick={hideNotice}>
            <Icon name="close" />
          </button>
        </>,
      );
      clearTimeout(noticeTimer);
      // What was not saved must not go unseen: such a notice stays until it is answered.
      if (view.retry) return;
      const wait = () => {
        noticeTimer = setTimeout(
          () => (notice.element.matches(':hover, :focus-within') ? wait() : hideNotice()),
          NOTICE_TIME,
        );
      };
      wait();
    },
    hide,
    hideSelection: () => selection.hide(),
    box: () => (panel.isOpen ? panel.element.getBoundingClientRect() : undefined),
    // Our element stands in the document itself: there, what begins inside of it has it as its target.
    owns: (event) => event.target === host,
    key: (event) => {
      if (!mover.key(event, root.activeElement)) answerKey?.(event);
    },
    focus: focusPanel,
  };
}
