import type { ChangeSubject } from '../../../shared/contract/cluster-operations.ts';
import { clusterPath, modePath, paths } from '../../app/routes.ts';

/** What is open beside the list: changes of something, or what a new clustering would change. */
export type Opened = ChangeSubject | { readonly kind: 'difference' };

export const differencePath = `${paths.modes}/difference`;

/** Reads what stands behind `/modes/`; null: nothing is named. */
export function readAddress(rest: string | undefined): Opened | null {
  const [first = '', second] = (rest ?? '').split('/').map((part) => decodeURIComponent(part));
  if (first === '') return null;
  if (first === 'difference' || first === 'unclassified') return { kind: first };
  if (first === 'cluster') return second === undefined ? null : { kind: 'cluster', id: second };
  return { kind: 'mode', id: first };
}

export function openedPath(opened: Opened): string {
  if (opened.kind === 'mode') return modePath(opened.id);
  if (opened.kind === 'cluster') return clusterPath(opened.id);
  return `${paths.modes}/${opened.kind}`;
}

/** The key of a row of the list: what stands behind `/modes/`. */
export function rowKey(opened: Opened): string {
  return openedPath(opened).slice(paths.modes.length + 1);
}
