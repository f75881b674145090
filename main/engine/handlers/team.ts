import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createTeamHandlers(state: EngineState) {
  const { team } = operations;
  const project = () => unwrap(state.requireProject());
  return {
    profiles: team.profiles.handler(async ({ signal }) =>
      unwrap(await state.readings.read(project(), 'profiles', {}, signal)),
    ),
    answers: team.answers.handler(async ({ input, signal }) =>
      unwrap(await state.readings.read(project(), 'answers', input, signal)),
    ),
  };
}
