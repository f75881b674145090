import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';

export function createModesHandlers(_state: EngineState) {
  const { modes } = operations;
  const notYet = (): never => {
    throw new Error('NOT-YET');
  };
  return {
    list: modes.list.handler(notYet),
    get: modes.get.handler(notYet),
    update: modes.update.handler(notYet),
    create: modes.create.handler(notYet),
    merge: modes.merge.handler(notYet),
    retire: modes.retire.handler(notYet),
    splitPreview: modes.splitPreview.handler(notYet),
    split: modes.split.handler(notYet),
    setMembers: modes.setMembers.handler(notYet),
    decideCluster: modes.decideCluster.handler(notYet),
    undo: modes.undo.handler(notYet),
    redo: modes.redo.handler(notYet),
    history: modes.history.handler(notYet),
    segments: modes.segments.handler(notYet),
  };
}
