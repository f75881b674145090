import { changePromptVersion } from '../../services/modes/prompt-versions.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createPromptVersionHandlers(state: EngineState) {
  const { promptVersions } = operations;
  return {
    list: promptVersions.list.handler(async ({ signal }) =>
      unwrap(await state.readings.read(unwrap(state.requireProject()), 'promptVersions', {}, signal)),
    ),
    change: promptVersions.change.handler(({ input: { annotator, ...asked } }) => {
      const { database } = unwrap(state.requireWritable());
      const actor = { annotator, device: state.device, now: Date.now() };
      const changed = unwrap(changePromptVersion(database, actor, asked));
      state.events.publish({ type: 'changed', areas: ['modes'] });
      return changed;
    }),
  };
}
