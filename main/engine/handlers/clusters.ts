import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createClustersHandlers(state: EngineState) {
  const { clusters } = operations;
  const project = () => unwrap(state.requireProject());
  const notYet = (): never => {
    throw new Error('NOT-YET');
  };
  return {
    run: clusters.run.handler(notYet),
    state: clusters.state.handler(notYet),
    list: clusters.list.handler(notYet),
    get: clusters.get.handler(notYet),
    changes: clusters.changes.handler(notYet),
    similar: clusters.similar.handler(notYet),
    difference: clusters.difference.handler(notYet),
    accept: clusters.accept.handler(notYet),
    discard: clusters.discard.handler(notYet),
    map: clusters.map.handler(async ({ input, signal }) =>
      unwrap(await state.readings.read(project(), 'map', input, signal)),
    ),
    points: clusters.points.handler(notYet),
  };
}
