import type { Job } from '../../../shared/contract/job-operations.ts';
import { acceptRun, discardRun } from '../../services/clusters/accept-run.ts';
import { clusterState } from '../../services/clusters/cluster-state.ts';
import { readChanges } from '../../services/clusters/read-changes.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { type ClusterRequest, clusterRequest } from '../cluster-request.ts';
import { toMapping } from '../to-mapping.ts';
import { unwrap } from '../unwrap.ts';

/** So many changes are read sooner than a thread starts; the texts of more would hold up the next keystroke. */
const fewPoints = 10;

export function createClustersHandlers(state: EngineState) {
  const { clusters } = operations;
  const project = () => unwrap(state.requireProject());
  const writable = () => unwrap(state.requireWritable());
  const announce = () => state.events.publish({ type: 'changed', areas: ['clusters', 'modes'] });
  const running = (): Job | null =>
    state.jobs.list(null).find(({ kind, state: is }) => kind === 'cluster' && is === 'running') ?? null;
  const start = (request: ClusterRequest): Job =>
    state.jobs.start(writable(), clusterRequest(request, state.options.dataFolder));
  return {
    run: clusters.run.handler(({ input }) => {
      const isFull = input.full === true || input.settings !== undefined;
      // What came meanwhile is found by a job that has not begun or is under way as well.
      const job = (isFull ? null : running()) ?? start(input);
      return { jobId: job.id };
    }),
    state: clusters.state.handler(() => ({
      ...clusterState(project().database),
      jobId: running()?.id ?? null,
    })),
    list: clusters.list.handler(async ({ signal }) =>
      unwrap(await state.readings.read(project(), 'clusters', {}, signal)),
    ),
    get: clusters.get.handler(async ({ input, signal }) =>
      unwrap(await state.readings.read(project(), 'cluster', input, signal)),
    ),
    changes: clusters.changes.handler(async ({ input, signal }) =>
      unwrap(await state.readings.read(project(), 'changes', input, signal)),
    ),
    similar: clusters.similar.handler(async ({ input, signal }) =>
      unwrap(await state.readings.read(project(), 'similar', input, signal)),
    ),
    classify: clusters.classify.handler(async ({ input: { mapping, ...input }, signal }) => {
      const given = mapping === undefined ? {} : { mapping: toMapping(mapping) };
      const { dataFolder } = state.options;
      return unwrap(
        await state.readings.read(project(), 'classify', { ...input, ...given, dataFolder }, signal),
      );
    }),
    difference: clusters.difference.handler(async ({ signal }) =>
      unwrap(await state.readings.read(project(), 'difference', {}, signal)),
    ),
    accept: clusters.accept.handler(() => {
      unwrap(acceptRun(writable().database));
      announce();
      // What came since it was made joins it, and what the run before left behind goes.
      start({});
      return null;
    }),
    discard: clusters.discard.handler(() => {
      unwrap(discardRun(writable().database));
      announce();
      return null;
    }),
    map: clusters.map.handler(async ({ input, signal }) =>
      unwrap(await state.readings.read(project(), 'map', input, signal)),
    ),
    points: clusters.points.handler(async ({ input, signal }) => ({
      changes:
        input.seqs.length <= fewPoints
          ? readChanges(project().database, input.seqs)
          : unwrap(await state.readings.read(project(), 'points', input, signal)),
    })),
  };
}
