import { useLocation } from 'wouter';
import { useCommands } from '../../../app/key-map.ts';
import { reviewPath } from '../../../app/routes.ts';
import type { ModeActs } from '../use-mode-acts.ts';
import { mapCommands } from './map-commands.ts';
import type { MapController } from './map-controller.ts';
import { labelsOf } from './map-labels.ts';
import { colourMapByNext, turnTable } from './map-state.ts';
import { type Direction, nearestPoint, pointTowards } from './nearest-point.ts';
import { reviewClause } from './review-clause.ts';
import type { MapChanges } from './use-map-changes.ts';
import type { MapCursor } from './use-map-cursor.ts';
import type { MapModel } from './use-map-model.ts';

export interface MapKeysInput {
  readonly model: MapModel;
  readonly controller: MapController;
  readonly cursor: MapCursor;
  readonly acts: ModeActs;
  readonly listed: MapChanges;
  /** Id of the interaction of the change at the cursor; null while it is not known. */
  readonly openId: string | null;
  readonly canWrite: boolean;
  readonly canBeMembers: boolean;
  readonly onMembers: () => void;
}

export interface MapKeyActions {
  readonly zoom: (factor: number) => void;
  readonly turnLasso: () => void;
  readonly review: () => void;
}

const anywhere = 1e9;

/** What the keys of the map do; what buttons do as well is returned. */
export function useMapKeys(input: MapKeysInput): MapKeyActions {
  const { model, controller, cursor, acts, listed, openId, canWrite, canBeMembers, onMembers } = input;
  const { map, points, colouring, hidden, isTable, selection, isShown } = model;
  const { point, group } = cursor;
  const [, navigate] = useLocation();

  const goTo = (next: number) => {
    if (next === -1) return;
    cursor.goTo(next);
    controller.reveal({ x: points.x[next] ?? 0, y: points.y[next] ?? 0 });
  };
  const move = (direction: Direction) =>
    goTo(
      point === -1
        ? nearestPoint(points, controller.placeAt(), anywhere, isShown)
        : pointTowards(points, point, direction, isShown),
    );
  const goToGroup = (step: 1 | -1) => {
    const shown = colouring.groups.filter(({ value, count }) => count > 0 && !hidden.has(value));
    const from = isTable || point === -1 ? group : colouring.column[point];
    const at = shown.findIndex(({ value }) => value === from);
    const next = shown[at === -1 ? 0 : (at + step + shown.length) % shown.length];
    if (next === undefined) return;
    cursor.goToGroup(next.value);
    if (isTable) focusOn(`[data-group="${next.value}"]`);
    else {
      const isOfGroup = (one: number) => colouring.column[one] === next.value;
      const middle = labelsOf(points, colouring.column, colouring.groups).find(
        ({ value }) => value === next.value,
      );
      goTo(nearestPoint(points, middle ?? controller.placeAt(), anywhere, isOfGroup));
    }
  };
  const selectGroup = () => {
    const value = isTable ? group : (colouring.column[point] ?? null);
    if (value !== null) selection.chooseGroup(colouring, value);
  };
  const review = () => {
    const clause = reviewClause(map, selection.group);
    const [first] = listed.changes;
    if (clause !== null) navigate(reviewPath([clause]));
    else if (first !== undefined) navigate(reviewPath([], first.interactionId));
  };
  /** Round the cursor where there is one, so that it stays in view. */
  const zoom = (factor: number) => {
    if (point !== -1) controller.reveal({ x: points.x[point] ?? 0, y: points.y[point] ?? 0 });
    controller.zoom(factor);
  };
  const turnLasso = () => {
    cursor.setLassoing(!cursor.isLasso);
  };

  useCommands(
    'map',
    mapCommands({
      move,
      pan: controller.pan,
      zoom,
      fit: controller.fit,
      group: goToGroup,
      colour: colourMapByNext,
      lasso: turnLasso,
      select: () => selection.turn(point),
      selectGroup,
      clear: cursor.isLasso ? turnLasso : selection.clear,
      table: turnTable,
      listed: focusListed,
      open: () => {
        if (openId !== null) navigate(reviewPath([], openId));
      },
      review,
      members: onMembers,
      undo: () => void acts.step('undo'),
      redo: () => void acts.step('redo'),
      isTable,
      hasCursor: point !== -1,
      hasSelection: selection.selected.size > 0,
      isReviewable: listed.changes.length > 0,
      canWrite,
      canBeMembers,
    }),
  );
  return { zoom, turnLasso, review };
}

/** To the next of the selected changes, from that which has the focus. */
function focusListed(step: 1 | -1): void {
  const focused = document.activeElement?.getAttribute('data-listed') ?? null;
  focusOn(`[data-listed="${focused === null ? 0 : Math.max(0, Number(focused) + step)}"]`);
}

function focusOn(selector: string): void {
  const element = document.querySelector(selector);
  if (element instanceof HTMLElement) element.focus();
}
