import { decoded, type JsonTree } from './json-tree.ts';

export interface JsonChange {
  /** Such as `$.address.city` or `$.roles[1]`; of the edit, or of the output for what was removed. */
  readonly path: string;
  readonly kind: 'changed' | 'added' | 'removed';
}

/** More are not listed; who changed as much reads the text. */
const mostChanges = 200;

/** The paths at which two values differ, whatever the order of their keys and their layout. */
export function jsonChanges(output: JsonTree, edit: JsonTree): readonly JsonChange[] {
  const changes: JsonChange[] = [];
  compare(output, edit, '$', changes);
  return changes.slice(0, mostChanges);
}

function compare(output: JsonTree, edit: JsonTree, path: string, changes: JsonChange[]): void {
  if (changes.length >= mostChanges) return;
  if (output.kind === 'object' && edit.kind === 'object') {
    const before = new Map(output.members.map(({ key, value }) => [key, value]));
    const after = new Map(edit.members.map(({ key, value }) => [key, value]));
    for (const [key, value] of before) {
      const other = after.get(key);
      if (other === undefined) changes.push({ path: path + step(key), kind: 'removed' });
      else compare(value, other, path + step(key), changes);
    }
    for (const key of after.keys())
      if (!before.has(key)) changes.push({ path: path + step(key), kind: 'added' });
    return;
  }
  if (output.kind === 'list' && edit.kind === 'list') compareLists(output.items, edit.items, path, changes);
  else if (!isEqual(output, edit)) changes.push({ path, kind: 'changed' });
}

/** Items that stand the same at both ends stay; those between are compared one by one. */
function compareLists(
  output: readonly JsonTree[],
  edit: readonly JsonTree[],
  path: string,
  changes: JsonChange[],
): void {
  const shorter = Math.min(output.length, edit.length);
  let head = 0;
  while (head < shorter && isEqualAt(output, edit, head, head)) head++;
  let tail = 0;
  while (tail < shorter - head && isEqualAt(output, edit, output.length - 1 - tail, edit.length - 1 - tail))
    tail++;
  const [removedEnd, addedEnd] = [output.length - tail, edit.length - tail];
  for (let index = head; index < Math.max(removedEnd, addedEnd); index++) {
    const [before, after] = [output[index], edit[index]];
    const itemPath = `${path}[${index}]`;
    if (index >= removedEnd || before === undefined) changes.push({ path: itemPath, kind: 'added' });
    else if (index >= addedEnd || after === undefined) changes.push({ path: itemPath, kind: 'removed' });
    else compare(before, after, itemPath, changes);
  }
}

function isEqualAt(a: readonly JsonTree[], b: readonly JsonTree[], indexA: number, indexB: number): boolean {
  const [left, right] = [a[indexA], b[indexB]];
  return left !== undefined && right !== undefined && isEqual(left, right);
}

function isEqual(left: JsonTree, right: JsonTree): boolean {
  if (left.kind === 'scalar')
    return right.kind === 'scalar' && (left.text === right.text || isSameString(left.text, right.text));
  const changes: JsonChange[] = [];
  if (left.kind !== right.kind) return false;
  compare(left, right, '', changes);
  return changes.length === 0;
}

function isSameString(left: string, right: string): boolean {
  return left.startsWith('"') && right.startsWith('"') && decoded(left) === decoded(right);
}

function step(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
