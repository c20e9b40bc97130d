/** What the benches have pages do: each function is sent into a page as text, so it may use nothing outside itself. */

/** Marks the moment at which the first marks of ours are painted. Runs before the page does. */
export function tellWhenPainted(): void {
  const look = () => {
    const isPainted = [...CSS.highlights].some(
      ([name, set]) => name.startsWith('gloss-term') && set.size > 0,
    );
    if (isPainted) performance.mark('painted');
    else requestAnimationFrame(look);
  };
  addEventListener('DOMContentLoaded', () => requestAnimationFrame(look));
}

/** Ranges of all terms that are painted. */
export function paintedRanges(): number {
  return [...CSS.highlights].reduce(
    (sum, [name, set]) => sum + (name.startsWith('gloss-term') ? set.size : 0),
    0,
  );
}

/** The words that are painted, each once. */
export function paintedWords(): string[] {
  const ranges = [...CSS.highlights].flatMap(([name, set]) =>
    name.startsWith('gloss-term') ? [...set] : [],
  );
  const words = ranges.map((range) =>
    (range.startContainer as Text).data.slice(range.startOffset, range.endOffset),
  );
  return [...new Set(words)].filter(Boolean);
}

/** Changes one colour in every frame for `frames` frames. */
export function animate(frames: number): Promise<void> {
  return new Promise((resolve) => {
    const target = document.querySelector('h1') as HTMLElement;
    const step = (left: number) => {
      target.style.color = left % 2 ? '#111' : '#112';
      if (left > 0) requestAnimationFrame(() => step(left - 1));
      else resolve();
    };
    step(frames);
  });
}

/** Edits `count` texts, takes out `count` paragraphs and puts in as many; the time the page's own script takes for it, ms. */
export function edit(count: number): number {
  const from = performance.now();
  const paragraphs = [...document.querySelectorAll('p')].slice(-2 * count);
  for (const paragraph of paragraphs.slice(0, count)) {
    const node = paragraph.firstChild as Text;
    node.data = `${node.data}。`;
  }
  for (const paragraph of paragraphs.slice(count)) paragraph.remove();
  for (let number = 0; number < count; number++) {
    const paragraph = document.createElement('p');
    paragraph.textContent = '為回應各界期待，相關部會已完成盤點並提出分年作法。';
    document.body.append(paragraph);
  }
  return performance.now() - from;
}

/** Watches the page for changes, as whoever reads it must, and does nothing with them. */
export function watchIdly(): void {
  const observer = new MutationObserver(() => {});
  observer.observe(document, { childList: true, characterData: true, subtree: true });
}

/** Waits until the next frame has been made. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Puts `count` paragraphs with a term each in front of everything. */
export function insertParagraphs(count: number): void {
  const parts = document.createDocumentFragment();
  for (let number = 0; number < count; number++) {
    const paragraph = document.createElement('p');
    paragraph.textContent = '主辦單位說明主權AI的年度工作，後續將滾動檢討執行情形。';
    parts.append(paragraph);
  }
  document.body.prepend(parts);
}

/** Marks words with mark.js, which must be there, and waits for the next frame. */
export function markWords(words: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const { Mark } = globalThis as unknown as {
      Mark: new (root: Element) => { mark(words: readonly string[], options: object): void };
    };
    new Mark(document.body).mark(words, {
      separateWordSearch: false,
      acrossElements: true,
      done: () => requestAnimationFrame(() => resolve()),
    });
  });
}
