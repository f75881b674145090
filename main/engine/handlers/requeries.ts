import { judgeRequery } from '../../services/signals/judge-requery.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createRequeryHandlers(state: EngineState) {
  const { signals } = operations;
  return {
    requeries: signals.requeries.handler(async ({ input, signal }) =>
      unwrap(await state.readings.read(unwrap(state.requireProject()), 'requeries', input, signal)),
    ),
    judgeRequery: signals.judgeRequery.handler(({ input: { annotator, id, earlierId, verdict } }) => {
      const { database } = unwrap(state.requireWritable());
      const actor = { annotator, device: state.device, now: Date.now() };
      const judged = unwrap(judgeRequery(database, actor, { interactionId: id, earlierId, verdict }));
      state.events.publish({ type: 'changed', areas: ['signals'] });
      return judged;
    }),
  };
}
