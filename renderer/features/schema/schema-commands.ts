import type { Command } from '../../app/key-map.ts';
import { goToPlace } from './schema-draft.ts';
import type { SchemaEditor } from './use-schema-editor.ts';

export interface SchemaActions {
  readonly editor: SchemaEditor;
  readonly canSave: boolean;
  readonly add: () => void;
  readonly edit: () => void;
  readonly save: () => void;
  readonly chooseBuiltIn: () => void;
  readonly read: () => void;
  readonly write: () => void;
}

/** The keys of the schema screen. */
export function schemaCommands(actions: SchemaActions): Command[] {
  const { editor, canSave, add, edit, save, chooseBuiltIn, read, write } = actions;
  const last = editor.draft.questions.length - 1;
  return [
    on('next', 'Next question', ['j', 'ArrowDown'], () => goToPlace(Math.min(last, editor.place + 1))),
    on('previous', 'Previous question', ['k', 'ArrowUp'], () => goToPlace(Math.max(0, editor.place - 1))),
    on('edit', 'Change the question', ['e', 'Enter'], edit),
    on('add', 'Add a question', ['a'], add),
    on('down', 'Move the question down', ['Shift+J', 'Alt+ArrowDown'], () => editor.move(1)),
    on('up', 'Move the question up', ['Shift+K', 'Alt+ArrowUp'], () => editor.move(-1)),
    on('remove', 'Remove the question', ['x', 'Delete'], editor.remove, last > 0),
    on('built-in', 'Begin with a built-in schema', ['b'], chooseBuiltIn),
    on('read', 'Import a label schema', ['i'], read),
    on('write', 'Export the label schema', ['w'], write),
    on('discard', 'Discard the changes', [], editor.discard, editor.changes.length > 0),
    { ...on('save', 'Save the label schema', ['Mod+S'], save, canSave), inTextFields: true },
  ];
}

function on(id: string, name: string, keys: readonly string[], run: () => void, enabled = true): Command {
  return { id: `schema.${id}`, name, keys, group: 'Label schema', run, enabled };
}
