import { qualityScales, readQualityModel } from '../../services/quality/quality-model.ts';
import { qualityOfItem } from '../../services/quality/quality-of-item.ts';
import { qualityWeights } from '../../services/quality/quality-weights.ts';
import type { EngineState } from '../engine-state.ts';
import { refreshSignals } from '../measure-signals.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createQualityHandlers(state: EngineState) {
  const { quality } = operations;
  const project = () => unwrap(state.requireProject());
  const fresh = () => {
    const open = project();
    refreshSignals(state, open);
    return open;
  };
  const running = (): string | null =>
    state.jobs.list(null).find((job) => job.kind === 'quality' && job.state === 'running')?.id ?? null;
  return {
    weights: quality.weights.handler(() => qualityWeights(project().database)),
    ofItem: quality.ofItem.handler(({ input }) => unwrap(qualityOfItem(project().database, input.id))),
    model: quality.model.handler(() => ({
      ...readQualityModel(project().database),
      jobId: running(),
      scales: qualityScales(project().database),
    })),
    learn: quality.learn.handler(({ input }) => {
      const job = state.jobs.start(unwrap(state.requireWritable()), {
        kind: 'quality',
        title: 'Learning quality from labels',
        unit: 'rows',
        input,
      });
      return { jobId: job.id };
    }),
    distribution: quality.distribution.handler(async ({ signal }) =>
      unwrap(await state.readings.read(fresh(), 'qualityDistribution', {}, signal)),
    ),
    trial: quality.trial.handler(async ({ input, signal }) =>
      unwrap(await state.readings.read(fresh(), 'qualityTrial', input, signal)),
    ),
  };
}
