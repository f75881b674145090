import type { Change } from './diff-texts.ts';

/** The edit, from the output and the changes between them. */
export function applyChanges(output: string, changes: readonly Change[]): string {
  let text = '';
  let position = 0;
  for (const change of changes) {
    text += output.slice(position, change.outputStart) + change.added;
    position = change.outputEnd;
  }
  return text + output.slice(position);
}

/** The output, from the edit and the changes between them. */
export function revertChanges(edit: string, changes: readonly Change[]): string {
  let text = '';
  let position = 0;
  for (const change of changes) {
    text += edit.slice(position, change.editStart) + change.removed;
    position = change.editEnd;
  }
  return text + edit.slice(position);
}
