import { catalogueEntry } from '../../../app/keys/command-catalogue.ts';
import type { Command } from '../../../app/key-map.ts';

export interface CodingActions {
  readonly move: (step: number) => void;
  readonly extend: (step: number) => void;
  readonly select: () => void;
  readonly clear: () => void;
  readonly group: () => void;
  readonly create: () => void;
  readonly open: () => void;
  readonly side: () => void;
  readonly nextItem: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly hasNotes: boolean;
  readonly hasSelection: boolean;
  readonly canWrite: boolean;
}

/** The keys of open coding. */
export function codingCommands(actions: CodingActions): Command[] {
  const { hasNotes, hasSelection, canWrite } = actions;
  return [
    on('next', () => actions.move(1), hasNotes),
    on('previous', () => actions.move(-1), hasNotes),
    on('extend-next', () => actions.extend(1), hasNotes),
    on('extend-previous', () => actions.extend(-1), hasNotes),
    on('select', actions.select, hasNotes),
    on('clear', actions.clear, hasSelection),
    on('group', actions.group, hasNotes && canWrite),
    on('create', actions.create, hasNotes && canWrite),
    on('open', actions.open, hasNotes),
    on('side', actions.side),
    on('next-item', actions.nextItem, canWrite),
    on('undo', actions.undo, canWrite),
    on('redo', actions.redo, canWrite),
  ];
}

function on(id: string, run: () => void, enabled = true): Command {
  const entry = catalogueEntry(`coding.${id}`);
  if (entry === undefined) throw new Error(`There is no command coding.${id}.`);
  const { name, group, keys, inTextFields } = entry;
  return { id: entry.id, name, group, keys, run, enabled, inTextFields };
}
