import { useDragAndDrop } from 'react-aria-components';
import { readAddress } from './modes-address.ts';
import { withDescendants } from './mode-rows.ts';
import type { ModeActs } from './use-mode-acts.ts';
import type { ModesList } from './use-modes-list.ts';

const modeType = 'application/x-flywheel-mode';
const clusterType = 'application/x-flywheel-cluster';

/** A failure mode dropped on another moves under it; a cluster dropped on one is confirmed as it. */
export function useModeDragging(list: ModesList, acts: ModeActs, isReadOnly: boolean) {
  const { modes, clusters } = list;
  const isMode = (key: string | number) => modes.some(({ id }) => id === key);
  const moveUnder = (id: string, parent: string | null) => {
    const mode = modes.find((one) => one.id === id);
    if (mode === undefined || mode.parent === parent) return;
    if (parent !== null && withDescendants(modes, id).has(parent)) return;
    const above = modes.find((one) => one.id === parent);
    void acts.act(
      (client, annotator) => client.modes.update({ id, annotator, change: { parent } }),
      above === undefined ? `“${mode.name}” is at the top` : `“${mode.name}” is under “${above.name}”`,
    );
  };
  const confirm = (id: string, target: string) => {
    const cluster = clusters.find((one) => one.id === id);
    const mode = modes.find((one) => one.id === target);
    if (cluster === undefined || mode === undefined) return;
    void acts.act(
      (client, annotator) => client.modes.decideCluster({ annotator, cluster: id, modes: [target] }),
      `“${cluster.name}” is “${mode.name}”`,
    );
  };
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: isReadOnly,
    getItems: (keys) =>
      [...keys].flatMap((key): Record<string, string>[] => {
        const opened = readAddress(String(key));
        if (isMode(key)) return [{ [modeType]: String(key) }];
        return opened?.kind === 'cluster' ? [{ [clusterType]: opened.id }] : [];
      }),
    acceptedDragTypes: [modeType, clusterType],
    getDropOperation: (target) => (target.type === 'root' || isMode(target.key) ? 'move' : 'cancel'),
    shouldAcceptItemDrop: (target) => isMode(target.key),
    onItemDrop: async ({ items, target }) => {
      const to = String(target.key);
      for (const item of items) {
        if (item.kind !== 'text') continue;
        if (item.types.has(modeType)) moveUnder(await item.getText(modeType), to);
        else confirm(await item.getText(clusterType), to);
      }
    },
    onRootDrop: async ({ items }) => {
      for (const item of items)
        if (item.kind === 'text' && item.types.has(modeType)) moveUnder(await item.getText(modeType), null);
    },
  });
  return dragAndDropHooks;
}
