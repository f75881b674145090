import { getItem } from '../../services/items/get-item.ts';
import { annotators, labelSchema } from '../../services/review/read-review.ts';
import type { Actor } from '../../services/review/act.ts';
import { createFailureMode, failureModes } from '../../services/review/failure-modes.ts';
import { type HistoryChange, redo, undo } from '../../services/review/history.ts';
import { itemHistory, restore } from '../../services/review/item-history.ts';
import { setLabel } from '../../services/review/set-label.ts';
import { writeEdit } from '../../services/review/write-edit.ts';
import type { OpenProject } from '../../services/project/open-project.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createReviewHandlers(state: EngineState) {
  const { review } = operations;
  const actor = (annotator: string): Actor => ({ annotator, device: state.device, now: Date.now() });
  const announce = () => state.events.publish({ type: 'changed', areas: ['items', 'labels'] });

  const step = (annotator: string, move: typeof undo) => {
    const { database } = unwrap(state.requireWritable());
    const change: HistoryChange = unwrap(move(database, actor(annotator)));
    announce();
    const item = getItem(database, change.interactionId);
    return { ...change, item: item.ok ? item.value : null };
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
    undo: review.undo.handler(({ input }) => step(input.annotator, undo)),
    redo: review.redo.handler(({ input }) => step(input.annotator, redo)),
  };
}

function open(state: EngineState): OpenProject {
  return unwrap(state.requireProject());
}
