import { checkedAnswer } from '../../services/review/many-labels.ts';
import { previewManyLabels } from '../../services/review/preview-many-labels.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createLabelManyHandlers(state: EngineState) {
  const { review } = operations;
  return {
    previewLabelMany: review.previewLabelMany.handler(async ({ input, signal }) =>
      unwrap(await previewManyLabels(unwrap(state.requireProject()).database, input, signal)),
    ),
    labelMany: review.labelMany.handler(({ input }) => {
      const project = unwrap(state.requireWritable());
      const { question } = unwrap(checkedAnswer(project.database, input));
      const job = state.jobs.start(project, {
        kind: 'label',
        title: `Labelling: ${question.name}`,
        unit: 'rows',
        input: { ...input, device: state.device },
      });
      return { jobId: job.id };
    }),
  };
}
