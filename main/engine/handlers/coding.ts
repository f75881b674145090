import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createCodingHandlers(state: EngineState) {
  const { coding } = operations;
  const project = () => unwrap(state.requireProject());
  return {
    notes: coding.notes.handler(async ({ input, signal }) =>
      unwrap(await state.readings.read(project(), 'notes', input, signal)),
    ),
    saturation: coding.saturation.handler(async ({ signal }) =>
      unwrap(await state.readings.read(project(), 'saturation', {}, signal)),
    ),
  };
}

export function createEstimateHandlers(state: EngineState) {
  const { estimates } = operations.modes;
  return {
    estimates: estimates.handler(async ({ signal }) =>
      unwrap(await state.readings.read(unwrap(state.requireProject()), 'estimates', {}, signal)),
    ),
  };
}
