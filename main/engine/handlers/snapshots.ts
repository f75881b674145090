import { basename } from 'node:path';
import { freezeSnapshot } from '../../services/snapshots/freeze-snapshot.ts';
import { findSnapshot, listSnapshotStates } from '../../services/snapshots/list-snapshots.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createSnapshotsHandlers(state: EngineState) {
  const { snapshots } = operations;
  const project = () => unwrap(state.requireProject());
  return {
    list: snapshots.list.handler(() => listSnapshotStates(project().database)),
    compare: snapshots.compare.handler(async ({ input, signal }) =>
      unwrap(await state.readings.read(project(), 'snapshots', input, signal)),
    ),
    verify: snapshots.verify.handler(({ input }) => {
      const open = project();
      const { id, path } = unwrap(findSnapshot(open.database, input.id));
      const job = state.jobs.start(open, {
        kind: 'verify',
        title: `Verifying ${basename(path)}`,
        unit: 'rows',
        input: { id },
      });
      return { jobId: job.id };
    }),
    freeze: snapshots.freeze.handler(async ({ input }) => {
      const { database } = unwrap(state.requireWritable());
      const frozen = unwrap(await freezeSnapshot(database, input.id, Date.now()));
      state.events.publish({ type: 'changed', areas: ['exports'] });
      return frozen;
    }),
    retired: snapshots.retired.handler(async ({ signal }) =>
      unwrap(await state.readings.read(project(), 'retired', {}, signal)),
    ),
  };
}
