import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';

export function createExportsHandlers(_state: EngineState) {
  const { exports } = operations;
  const notYet = () => {
    throw new Error('not there yet');
  };
  return {
    preview: exports.preview.handler(notYet),
    start: exports.start.handler(notYet),
    snapshots: exports.snapshots.handler(() => []),
  };
}
