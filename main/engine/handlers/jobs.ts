import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createJobsHandlers(state: EngineState) {
  const { jobs } = operations;
  return {
    list: jobs.list.handler(() => state.jobs.list(state.project())),
    get: jobs.get.handler(({ input }) => unwrap(state.jobs.get(state.project(), input.id))),
    cancel: jobs.cancel.handler(({ input }) => unwrap(state.jobs.cancel(state.project(), input.id))),
    pause: jobs.pause.handler(({ input }) => unwrap(state.jobs.pause(state.project(), input.id))),
    resume: jobs.resume.handler(({ input }) => unwrap(state.jobs.resume(state.project(), input.id))),
    watch: jobs.watch.handler(({ input, signal }) =>
      unwrap(state.jobs.watch(state.project(), input.id, signal)),
    ),
    events: jobs.events.handler(({ signal }) => state.events.subscribe(signal)),
  };
}
