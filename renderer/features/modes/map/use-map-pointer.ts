import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { Place } from './camera.ts';
import type { MapController } from './map-controller.ts';

export interface PointerActions {
  /** Whether dragging draws a line round points instead of moving the map; Shift does either way. */
  readonly isLasso: boolean;
  /** The line so far, in coordinates of the map; empty where it is given up. */
  readonly onLasso: (line: readonly Place[]) => void;
  /** @param isAdded whether the points inside join those that are selected */
  readonly onLassoEnd: (line: readonly Place[], isAdded: boolean) => void;
  /** In pixels of the area; null where the pointer left it. */
  readonly onHover: (at: Place | null) => void;
  readonly onPress: (at: Place, isAdded: boolean) => void;
}

/** Pixels that the pointer moves before a press is a drag. */
const slack = 4;

interface Drag {
  readonly start: Place;
  readonly isLasso: boolean;
  last: Place;
  hasMoved: boolean;
  line: Place[];
}

/** Dragging, wheel, pinching and pressing on the map. */
export function useMapPointer(
  area: RefObject<HTMLDivElement | null>,
  controller: MapController,
  actions: PointerActions,
) {
  const drag = useRef<Drag | null>(null);
  const pointers = useRef(new Map<number, Place>());

  useEffect(() => {
    const element = area.current;
    if (element === null) return undefined;
    // React listens passively to the wheel; the page behind would scroll or zoom.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const strength = event.ctrlKey ? 0.01 : 0.0018;
      controller.zoom(Math.exp(-event.deltaY * lines * strength), { x: event.offsetX, y: event.offsetY });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [area, controller]);

  const pinch = (moved: number, to: Place) => {
    const other = [...pointers.current].find(([id]) => id !== moved)?.[1];
    const from = pointers.current.get(moved);
    if (other === undefined || from === undefined) return;
    const before = Math.hypot(from.x - other.x, from.y - other.y);
    const after = Math.hypot(to.x - other.x, to.y - other.y);
    if (before > 0) controller.zoom(after / before, other);
  };

  const end = (event: PointerEvent<HTMLDivElement>) => {
    pointers.current.delete(event.pointerId);
    const ended = drag.current;
    drag.current = null;
    if (ended === null) return;
    const isAdded = event.ctrlKey || event.metaKey;
    if (!ended.hasMoved) actions.onPress(ended.start, isAdded);
    else if (ended.isLasso) actions.onLassoEnd(ended.line, isAdded);
  };

  return {
    onPointerDown(event: PointerEvent<HTMLDivElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const start = placeOf(event);
      pointers.current.set(event.pointerId, start);
      // A second finger zooms; what the first one began is given up.
      if (pointers.current.size > 1) {
        if (drag.current?.isLasso === true) actions.onLasso([]);
        drag.current = null;
        return;
      }
      drag.current = {
        start,
        isLasso: actions.isLasso || event.shiftKey,
        last: start,
        hasMoved: false,
        line: [controller.placeAt(start)],
      };
    },
    onPointerMove(event: PointerEvent<HTMLDivElement>) {
      const at = placeOf(event);
      if (pointers.current.size > 1) pinch(event.pointerId, at);
      if (pointers.current.has(event.pointerId)) pointers.current.set(event.pointerId, at);
      const current = drag.current;
      if (current === null) {
        if (pointers.current.size === 0) actions.onHover(at);
        return;
      }
      current.hasMoved ||= Math.hypot(at.x - current.start.x, at.y - current.start.y) > slack;
      if (!current.hasMoved) return;
      if (current.isLasso) {
        current.line = [...current.line, controller.placeAt(at)];
        actions.onLasso(current.line);
      } else controller.pan(at.x - current.last.x, at.y - current.last.y);
      current.last = at;
    },
    onPointerUp: end,
    onPointerCancel(event: PointerEvent<HTMLDivElement>) {
      pointers.current.delete(event.pointerId);
      drag.current = null;
      actions.onLasso([]);
    },
    onPointerLeave() {
      actions.onHover(null);
    },
  };
}

function placeOf(event: PointerEvent<HTMLDivElement>): Place {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}
