/** Brings a change into view, on both sides. Returns false where it is not drawn. */
export function revealChange(container: HTMLElement | null, changeId: string): boolean {
  const elements = container?.querySelectorAll(`[data-change="${changeId}"]`) ?? [];
  elements[0]?.scrollIntoView({ block: 'nearest' });
  elements[1]?.scrollIntoView({ block: 'nearest' });
  return elements.length > 0;
}
