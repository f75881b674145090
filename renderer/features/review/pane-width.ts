import type { CSSProperties } from 'react';

/** A pane's width as a custom property: where the window is narrow, the style sheet stacks the panes instead. */
export function paneWidth(width: number): CSSProperties {
  const style: CSSProperties & { readonly '--pane-width': string } = { '--pane-width': `${width}px` };
  return style;
}
