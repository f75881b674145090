import {
  fewShotSets,
  removeFewShotSet,
  saveFewShotSet,
  setLive,
} from '../../services/few-shot/few-shot-sets.ts';
import { writeFewShot } from '../../services/few-shot/write-few-shot.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createFewShotHandlers(state: EngineState) {
  const { fewShot } = operations;
  const database = () => unwrap(state.requireProject()).database;
  const writable = () => unwrap(state.requireWritable()).database;
  const announce = () => state.events.publish({ type: 'changed', areas: ['few_shot'] });
  return {
    choose: fewShot.choose.handler(({ input: { options, compare = null } }) => {
      const { dataFolder } = state.options;
      const job = state.jobs.start(unwrap(state.requireWritable()), {
        kind: 'few_shot',
        title: 'Choosing few-shot examples',
        unit: 'rows',
        input: { options, compare, dataFolder },
      });
      return { jobId: job.id };
    }),
    sets: fewShot.sets.handler(() => fewShotSets(database())),
    save: fewShot.save.handler(({ input }) => {
      const saved = unwrap(saveFewShotSet(writable(), input, Date.now()));
      announce();
      return saved;
    }),
    setLive: fewShot.setLive.handler(({ input }) => {
      const set = unwrap(setLive(writable(), input));
      announce();
      return set;
    }),
    remove: fewShot.remove.handler(({ input }) => {
      unwrap(removeFewShotSet(writable(), input.name));
      announce();
      return null;
    }),
    text: fewShot.text.handler(async ({ input, signal }) =>
      unwrap(await state.readings.read(unwrap(state.requireProject()), 'fewShotText', input, signal)),
    ),
    write: fewShot.write.handler(async ({ input }) => unwrap(await writeFewShot(database(), input))),
  };
}
