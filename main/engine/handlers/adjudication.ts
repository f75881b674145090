import { getItem } from '../../services/items/get-item.ts';
import { disputedQuestions, listDisagreements } from '../../services/review/list-disagreements.ts';
import { setResolution } from '../../services/review/set-resolution.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createAdjudicationHandlers(state: EngineState) {
  const { review } = operations;
  const database = () => unwrap(state.requireProject()).database;
  return {
    disputedQuestions: review.disputedQuestions.handler(() => disputedQuestions(database())),
    disagreements: review.disagreements.handler(({ input }) => listDisagreements(database(), input)),
    resolve: review.resolve.handler(({ input }) => {
      const project = unwrap(state.requireWritable());
      const { id: interactionId, annotator, question, value, note } = input;
      const actor = { annotator, device: state.device, now: Date.now() };
      unwrap(setResolution(project.database, actor, { interactionId, question, value, note }));
      state.events.publish({ type: 'changed', areas: ['items', 'labels'] });
      return unwrap(getItem(project.database, interactionId));
    }),
  };
}
