import type { JsonObject } from '../../../../shared/domain/json.ts';

export interface TreeForm<Node> {
  readonly childrenOf: (node: Node) => readonly Node[];
  /** What the node adds to the conversation of those below it. */
  readonly messageOf: (node: Node) => JsonObject | undefined;
}

/**
 * Visits every node of a tree of messages after its parent, with the conversation that leads to it. The list handed to
 * `visit` is only right during the call. Needs no stack of its own for deep trees.
 */
export function walkTree<Node>(
  roots: readonly Node[],
  form: TreeForm<Node>,
  visit: (node: Node, before: readonly JsonObject[]) => void,
): void {
  const path: JsonObject[] = [];
  const open = roots.toReversed().map((node) => ({ node, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    path.length = next.depth;
    visit(next.node, path);
    const message = form.messageOf(next.node);
    if (message !== undefined) path.push(message);
    for (const node of form.childrenOf(next.node).toReversed()) open.push({ node, depth: path.length });
  }
}
