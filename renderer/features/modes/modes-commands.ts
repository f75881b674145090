import { catalogueEntry } from '../../app/keys/command-catalogue.ts';
import type { Command } from '../../app/key-map.ts';

/** A command of this screen, with the name and keys that the catalogue gives it. */
export function on(id: string, run: () => void, enabled = true): Command {
  const entry = catalogueEntry(`modes.${id}`);
  if (entry === undefined) throw new Error(`There is no command modes.${id}.`);
  const { name, group, keys, inTextFields } = entry;
  return { id: entry.id, name, group, keys, run, enabled, inTextFields };
}

export interface ListActions {
  readonly next: () => void;
  readonly previous: () => void;
  readonly fold: () => void;
  readonly unfold: () => void;
  readonly back: () => void;
  readonly shape: () => void;
  readonly sort: () => void;
  readonly filter: () => void;
  readonly cluster: () => void;
  readonly clusterAnew: () => void;
  readonly stop: () => void;
  readonly difference: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly create: () => void;
  readonly canWrite: boolean;
  readonly isRunning: boolean;
  readonly hasPending: boolean;
  readonly canFold: boolean;
  readonly canUnfold: boolean;
  readonly hasRows: boolean;
}

/** The keys that work wherever one is on the screen of failure modes. */
export function listCommands(actions: ListActions): Command[] {
  const { canWrite, isRunning, hasRows } = actions;
  return [
    on('next', actions.next, hasRows),
    on('previous', actions.previous, hasRows),
    on('fold', actions.fold, actions.canFold),
    on('unfold', actions.unfold, actions.canUnfold),
    on('back', actions.back, hasRows),
    on('shape', actions.shape),
    on('sort', actions.sort),
    on('filter', actions.filter),
    on('cluster', actions.cluster, canWrite && !isRunning),
    on('cluster-anew', actions.clusterAnew, canWrite && !isRunning),
    on('stop', actions.stop, isRunning),
    on('difference', actions.difference, actions.hasPending),
    on('undo', actions.undo, canWrite),
    on('redo', actions.redo, canWrite),
    on('create', actions.create, canWrite),
  ];
}
