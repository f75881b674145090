const namespace = 'http://www.w3.org/2000/svg';

/** What a style sheet says of drawings, with what holds where it says nothing. */
const looks: readonly (readonly [name: string, unset: string])[] = [
  ['fill', 'rgb(0, 0, 0)'],
  ['fill-opacity', '1'],
  ['stroke', 'none'],
  ['stroke-opacity', '1'],
  ['stroke-width', '1px'],
  ['stroke-dasharray', 'none'],
  ['stroke-linecap', 'butt'],
  ['paint-order', 'normal'],
];
const textLooks: readonly (readonly [name: string, unset: string])[] = [
  ['font-family', ''],
  ['font-size', ''],
  ['font-weight', '400'],
  ['text-anchor', 'start'],
];

export type StyleOf = (element: Element) => Pick<CSSStyleDeclaration, 'getPropertyValue'>;

/**
 * A drawing of the page as a file of its own: what style sheets say of it is written into it, what screen readers are told
 * becomes its titles, and nothing refers to the page any more.
 */
export function selfContainedSvg(drawing: SVGSVGElement, styleOf: StyleOf, background: string): string {
  const [, , width = 0, height = 0] = (drawing.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const root = document.createElementNS(namespace, 'svg');
  root.setAttribute('width', String(width));
  root.setAttribute('height', String(height));
  root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  root.setAttribute('role', 'img');
  root.append(titleOf(drawing), ground(width, height, background));
  for (const child of drawing.children) copyInto(root, child, styleOf);
  return new XMLSerializer().serializeToString(root);
}

function titleOf(element: Element): SVGTitleElement {
  const title = document.createElementNS(namespace, 'title');
  title.textContent = element.getAttribute('aria-label');
  return title;
}

function ground(width: number, height: number, colour: string): SVGRectElement {
  const rect = document.createElementNS(namespace, 'rect');
  rect.setAttribute('width', String(width));
  rect.setAttribute('height', String(height));
  rect.setAttribute('fill', colour);
  return rect;
}

const groups = new Set(['g', 'title', 'pattern']);

function copyInto(parent: Element, element: Element, styleOf: StyleOf): void {
  const name = element.localName;
  const style = styleOf(element);
  const isShape = !groups.has(name);
  const isDrawn =
    name === 'text' ||
    style.getPropertyValue('fill') !== 'none' ||
    style.getPropertyValue('stroke') !== 'none';
  if (isShape && !isDrawn) return;
  const copy = document.createElementNS(namespace, name);
  for (const attribute of element.attributes)
    if (!ofPage.test(attribute.name)) copy.setAttribute(attribute.name, attribute.value);
  if (isShape) {
    const all = name === 'text' ? [...looks, ...textLooks] : looks;
    for (const [look, unset] of all) {
      const value = style.getPropertyValue(look);
      if (value !== '' && value !== unset && !copy.getAttribute(look)?.startsWith('url('))
        copy.setAttribute(look, value);
    }
  }
  if (element.hasAttribute('aria-label')) copy.append(titleOf(element));
  if (element.childElementCount === 0) copy.append(element.textContent);
  for (const child of element.children) copyInto(copy, child, styleOf);
  parent.append(copy);
}

/** Attributes that mean something in the page only. */
const ofPage = /^(?:class|style|role|tabindex|aria-.*|data-.*)$/;
