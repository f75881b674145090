import type { JsonTree } from './json-tree.ts';

/** A value on lines of its own, indented by two; its parts as they were written. */
export function formatJson(tree: JsonTree, sortKeys: boolean): string {
  const lines: string[] = [];
  write(tree, '', '', '', sortKeys, lines);
  return `${lines.join('\n')}\n`;
}

function write(
  tree: JsonTree,
  indent: string,
  before: string,
  after: string,
  sortKeys: boolean,
  lines: string[],
): void {
  const start = indent + before;
  if (tree.kind === 'scalar') {
    lines.push(start + tree.text + after);
    return;
  }
  const [open, close] = tree.kind === 'list' ? '[]' : '{}';
  const parts =
    tree.kind === 'list'
      ? tree.items.map((value) => ({ before: '', value }))
      : sorted(tree.members, sortKeys).map(({ keyText, value }) => ({ before: `${keyText}: `, value }));
  if (parts.length === 0) {
    lines.push(`${start}${open}${close}${after}`);
    return;
  }
  lines.push(`${start}${open}`);
  for (const [index, part] of parts.entries()) {
    const comma = index < parts.length - 1 ? ',' : '';
    write(part.value, `${indent}  `, part.before, comma, sortKeys, lines);
  }
  lines.push(`${indent}${close}${after}`);
}

function sorted<Member extends { readonly key: string }>(
  members: readonly Member[],
  sortKeys: boolean,
): readonly Member[] {
  if (!sortKeys) return members;
  return members.toSorted((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
}
