import { outcomeCoverage } from '../../services/outcomes/outcome-coverage.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createOutcomesHandlers(state: EngineState) {
  const { outcomes } = operations;
  const project = () => unwrap(state.requireProject());
  return {
    list: outcomes.list.handler(async ({ signal }) =>
      unwrap(await state.readings.read(project(), 'outcomes', {}, signal)),
    ),
    coverage: outcomes.coverage.handler(() => outcomeCoverage(project().database)),
  };
}
