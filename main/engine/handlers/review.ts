import { runInSlices } from '../../services/agreement/run-in-slices.ts';
import { getItem } from '../../services/items/get-item.ts';
import { annotators, labelSchema } from '../../services/review/read-review.ts';
import type { Actor } from '../../services/review/act.ts';
import { createFailureMode, failureModes } from '../../services/review/failure-modes.ts';
import { redoSteps, undoSteps } from '../../services/review/history.ts';
import { itemHistory, restore } from '../../services/review/item-history.ts';
import { setLabel } from '../../services/review/set-label.ts';
import { setSpanLabel } from '../../services/review/set-span-label.ts';
import { writeEdit } from '../../services/review/write-edit.ts';
import type { OpenProject } from '../../services/project/open-project.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createReviewHandlers(state: EngineState) {
  const { review } = operations;
  const actor = (annotator: string): Actor => ({ annotator, device: state.device, now: Date.now() });
  const announce = () => state.events.publish({ type: 'changed', areas: ['items', 'labels'] });

  const step = async (annotator: string, move: typeof undoSteps) => {
    const { database } = unwrap(state.requireWritable());
    const change = unwrap(unwrap(await runInSlices(move(database, actor(annotator)))));
    announce();
    const item = change.interactionId === null ? null : getItem(database, change.interactionId);
    return { ...change, item: item?.ok === true ? item.value : null };
  };

  return {
    schema: review.schema.handler(() => labelSchema(open(state).database)),
    failureModes: review.failureModes.handler(() => failureModes(open(state).database)),
    createFailureMode: review.createFailureMode.handler(({ input }) => {
      const { database } = unwrap(state.requireWritable());
      const { name, definition = '' } = input;
      const mode = unwrap(createFailureMode(database, actor(input.annotator), { name, definition }));
      state.events.publish({ type: 'changed', areas: ['schema'] });
      return mode;
    }),
    annotators: review.annotators.handler(() => annotators(open(state).database)),
    setLabel: review.setLabel.handler(({ input }) => {
      const { database } = unwrap(state.requireWritable());
      const { id: interactionId, question, value } = input;
      unwrap(setLabel(database, actor(input.annotator), { interactionId, question, value }));
      announce();
      return unwrap(getItem(database, interactionId));
    }),
    setSpanLabel: review.setSpanLabel.handler(({ input }) => {
      const { database } = unwrap(state.requireWritable());
      const { id: interactionId, annotator, ...judgement } = input;
      unwrap(setSpanLabel(database, actor(annotator), { interactionId, ...judgement }));
      announce();
      return unwrap(getItem(database, interactionId));
    }),
    writeEdit: review.writeEdit.handler(({ input }) => {
      const { database } = unwrap(state.requireWritable());
      const { id: interactionId, text } = input;
      const written = unwrap(writeEdit(database, actor(input.annotator), { interactionId, text }));
      announce();
      const item = unwrap(getItem(database, interactionId));
      return { item, edit: item.edits.find(({ id }) => id === written?.id) ?? null };
    }),
    history: review.history.handler(({ input }) => unwrap(itemHistory(open(state).database, input.id))),
    restore: review.restore.handler(({ input }) => {
      const { database } = unwrap(state.requireWritable());
      unwrap(restore(database, actor(input.annotator), input));
      announce();
      return unwrap(getItem(database, input.id));
    }),
    undo: review.undo.handler(async ({ input }) => step(input.annotator, undoSteps)),
    redo: review.redo.handler(async ({ input }) => step(input.annotator, redoSteps)),
  };
}

function open(state: EngineState): OpenProject {
  return unwrap(state.requireProject());
}
