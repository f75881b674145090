/** A part of the output; UTF-16 units, the end exclusive. */
export interface OutputRange {
  readonly start: number;
  readonly end: number;
}

/** What of the output is selected on the page; null where nothing is. `data-output-at` says where text of it stands. */
export function selectedOutput(): OutputRange | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const first = holderOf(range.startContainer);
  if (first === null) return null;
  const start = placeIn(first, range.startContainer, range.startOffset);
  // A selection of whole lines ends before the next text, which may be the edit.
  const last = holderOf(range.endContainer);
  const end =
    last === null
      ? placeIn(first, first, first.childNodes.length)
      : placeIn(last, range.endContainer, range.endOffset);
  return start < end ? { start, end } : null;
}

/** Whether something of the output is selected; cheaper than what. */
export function hasSelectedOutput(): boolean {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.anchorNode === null) return false;
  return holderOf(selection.anchorNode) !== null;
}

/** The place in the output of the first text in view; 0 where there is none. */
export function firstPlaceInView(): number {
  const region = document.querySelector('[role=region][aria-label^="Output"]');
  const top = region?.getBoundingClientRect().top ?? 0;
  const holders = [...(region?.querySelectorAll<HTMLElement>('[data-output-at]') ?? [])];
  const first = holders.find((holder) => holder.getBoundingClientRect().bottom > top + titleHeight);
  return Number(first?.dataset['outputAt'] ?? 0);
}

/** Of the line that stays above the texts, in pixels. */
const titleHeight = 30;

function holderOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-output-at]') ?? null;
}

function placeIn(holder: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(holder, 0);
  before.setEnd(node, offset);
  return Number(holder.dataset['outputAt']) + outputLength(before.cloneContents());
}

/** Units of the output's own text: not what an edit put in; what is folded counts as long as it is. */
function outputLength(part: DocumentFragment): number {
  let length = 0;
  for (const fold of part.querySelectorAll<HTMLElement>('[data-fold]'))
    length += Number(fold.dataset['length']);
  for (const foreign of part.querySelectorAll('[data-fold], ins')) foreign.remove();
  return length + (part.textContent?.length ?? 0);
}
