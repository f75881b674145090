import { catalogueEntry } from '../../../app/keys/command-catalogue.ts';
import type { Command } from '../../../app/key-map.ts';
import type { Direction } from './nearest-point.ts';

export interface MapActions {
  readonly move: (direction: Direction) => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly group: (step: 1 | -1) => void;
  readonly colour: () => void;
  readonly lasso: () => void;
  readonly select: () => void;
  readonly selectGroup: () => void;
  readonly clear: () => void;
  readonly table: () => void;
  readonly listed: (step: 1 | -1) => void;
  readonly open: () => void;
  readonly review: () => void;
  readonly members: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly isTable: boolean;
  /** Whether the cursor is at a change. */
  readonly hasCursor: boolean;
  readonly hasSelection: boolean;
  readonly isReviewable: boolean;
  readonly canWrite: boolean;
  readonly canBeMembers: boolean;
}

/** Pixels that the map moves at one press. */
const panStep = 80;
const zoomStep = 1.4;

/** The keys of the map of changes. */
export function mapCommands(actions: MapActions): Command[] {
  const { isTable, hasCursor, hasSelection, isReviewable, canWrite, canBeMembers } = actions;
  const isMap = !isTable;
  return [
    on('right', () => actions.move('right'), isMap),
    on('left', () => actions.move('left'), isMap),
    on('down', () => actions.move('down'), isMap),
    on('up', () => actions.move('up'), isMap),
    on('group.next', () => actions.group(1)),
    on('group.previous', () => actions.group(-1)),
    on('nearer', () => actions.zoom(zoomStep), isMap),
    on('farther', () => actions.zoom(1 / zoomStep), isMap),
    on('fit', actions.fit, isMap),
    on('pan.right', () => actions.pan(-panStep, 0), isMap),
    on('pan.left', () => actions.pan(panStep, 0), isMap),
    on('pan.down', () => actions.pan(0, -panStep), isMap),
    on('pan.up', () => actions.pan(0, panStep), isMap),
    on('colour', actions.colour),
    on('table', actions.table),
    on('lasso', actions.lasso, isMap),
    on('select', actions.select, isMap && hasCursor),
    on('select-group', actions.selectGroup, isTable || hasCursor),
    on('clear', actions.clear),
    on('next', () => actions.listed(1), hasSelection),
    on('previous', () => actions.listed(-1), hasSelection),
    on('open', actions.open, hasCursor),
    on('review', actions.review, isReviewable),
    on('members', actions.members, canBeMembers),
    on('undo', actions.undo, canWrite),
    on('redo', actions.redo, canWrite),
  ];
}

function on(id: string, run: () => void, enabled = true): Command {
  const entry = catalogueEntry(`map.${id}`);
  if (entry === undefined) throw new Error(`There is no command map.${id}.`);
  const { name, group, keys } = entry;
  return { id: entry.id, name, group, keys, run, enabled };
}
