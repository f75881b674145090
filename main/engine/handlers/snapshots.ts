import { fail } from '../../../shared/result/result.ts';
import { listSnapshotStates } from '../../services/snapshots/list-snapshots.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createSnapshotsHandlers(state: EngineState) {
  const { snapshots } = operations;
  const project = () => unwrap(state.requireProject());
  return {
    list: snapshots.list.handler(() => listSnapshotStates(project().database)),
    compare: snapshots.compare.handler(() => unwrap(notYet)),
    verify: snapshots.verify.handler(() => unwrap(notYet)),
    freeze: snapshots.freeze.handler(() => unwrap(notYet)),
    retired: snapshots.retired.handler(() => []),
  };
}

const notYet = fail('INPUT_INVALID', 'This part of snapshots is being made.');
