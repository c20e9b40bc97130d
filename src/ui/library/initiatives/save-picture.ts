import type { LibraryPorts } from '../ports.ts';

/** What of the computed style a drawing needs to look the same elsewhere: no variables, no style sheet. */
const PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stop-color',
  'stop-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;

/** What is seen of a drawing; groups and links only hold it. */
const DRAWN = 'rect, path, line, text, stop';

/** Pixels of the saved picture for one CSS px: sharp in print. */
const PNG_SCALE = 2;

/** Most pixels of a side that browsers draw. */
const MOST_PIXELS = 16_000;

/** A drawing on its own: styles written out, in the light colours, on paper, whatever the page shows. */
function standAlone(svg: SVGSVGElement): SVGSVGElement {
  const stage = document.createElement('div');
  stage.className = 'on-paper stage';
  const copy = svg.cloneNode(true) as SVGSVGElement;
  stage.append(copy);
  document.body.append(stage);
  // All are read before any is written: a class that is gone would be missed by those below it.
  const drawn = [...copy.querySelectorAll<SVGElement>(DRAWN)].map((element) => {
    const style = getComputedStyle(element);
    return { element, values: PROPERTIES.map((property) => style.getPropertyValue(property)) };
  });
  for (const { element, values } of drawn) {
    PROPERTIES.forEach((property, index) => {
      element.setAttribute(property, values[index] ?? '');
    });
    // On the page a name moves with what is in sight; in a file everything is.
    const { home } = element.dataset;
    if (home) element.setAttribute('x', home);
  }
  for (const element of [copy, ...copy.querySelectorAll<SVGElement>('*')])
    for (const name of ['class', 'style', 'tabindex', 'data-node', 'data-home', 'role'])
      element.removeAttribute(name);
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('fill', '#ffffff');
  copy.prepend(paper);
  // Links lead into the extension; in a file they lead nowhere.
  for (const link of copy.querySelectorAll('a')) link.removeAttribute('href');
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  stage.remove();
  return copy;
}

function svgText(svg: SVGSVGElement): string {
  return new XMLSerializer().serializeToString(standAlone(svg));
}

async function pngOf(svg: SVGSVGElement): Promise<Blob> {
  const { width, height } = svg.viewBox.baseVal;
  const scale = Math.min(PNG_SCALE, MOST_PIXELS / Math.max(width, height));
  const image = new Image();
  // A data address, not a blob: a canvas that drew an SVG blob may not be read in every browser.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))),
      'image/png',
    ),
  );
}

/** Offers a drawing as a file. `name` is without ending. Rejects when the browser cannot draw it. */
export async function savePicture(
  svg: SVGSVGElement,
  name: string,
  kind: 'svg' | 'png',
  { saveFile }: Pick<LibraryPorts, 'saveFile'>,
): Promise<void> {
  if (kind === 'svg') saveFile(`${name}.svg`, 'image/svg+xml', svgText(svg));
  else saveFile(`${name}.png`, 'image/png', await pngOf(svg));
}
