import {
  type Camera,
  fitCamera,
  panBy,
  type Place,
  reveal,
  type Size,
  toMap,
  toScreen,
  zoomAt,
} from './camera.ts';
import { createMapPainter, type MapPainter, type MapScene } from './map-painter.ts';

/** Moves the part of the map that is in view, and paints it whenever that or the scene changes, at most once a frame. */
export interface MapController {
  /** Paints into these canvases, as large as the area, until the returned function is called. */
  readonly attach: (area: HTMLElement, below: HTMLCanvasElement, above: HTMLCanvasElement) => () => void;
  /** A scene whose points are at other places is seen whole; else the part in view stays. */
  readonly show: (scene: MapScene) => void;
  /** @param at in pixels of the area, what stays where it is; the middle where it is not given */
  readonly zoom: (factor: number, at?: Place) => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly fit: () => void;
  readonly reveal: (place: Place) => void;
  /** Coordinates of the map at a place of the area, in pixels; the middle of what is in view without one. */
  readonly placeAt: (at?: Place) => Place;
  readonly scale: () => number;
  readonly view: () => MapInView | null;
  readonly subscribe: (onMove: () => void) => () => void;
}

/** What is in view; another object after every move. */
export interface MapInView {
  readonly camera: Camera;
  readonly size: Size;
}

/** While the map moves it has one pixel each, as fine screens have four times as many; so long after, all. */
const settleMs = 120;

/** The camera is no state of React: while one pans, only the canvases are drawn anew. */
export function createMapController(): MapController {
  const listeners = new Set<() => void>();
  let scene: MapScene | null = null;
  let painter: MapPainter | null = null;
  let size: Size = { width: 0, height: 0 };
  let view: MapInView | null = null;
  let frame = 0;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let isPictureOld = true;

  function paint(): void {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (scene === null || view === null || size.width === 0) return;
      const ratio = settling === undefined ? devicePixelRatio : Math.min(1, devicePixelRatio);
      if (isPictureOld) painter?.paintPoints(scene, view.camera, size, ratio);
      isPictureOld = false;
      painter?.paintOver(scene, view.camera, size, devicePixelRatio);
    });
  }

  function fitted(): Camera {
    return scene === null ? { x: 0, y: 0, scale: 1 } : fitCamera(scene.points, size);
  }

  function camera(): Camera {
    return view?.camera ?? fitted();
  }

  function move(next: Camera): void {
    view = { camera: next, size };
    for (const listener of listeners) listener();
    clearTimeout(settling);
    settling = setTimeout(settle, settleMs);
    isPictureOld = true;
    paint();
  }

  function settle(): void {
    settling = undefined;
    if (devicePixelRatio <= 1) return;
    isPictureOld = true;
    paint();
  }

  function resize(area: HTMLElement): void {
    const isFirst = size.width === 0 || view === null;
    size = { width: area.clientWidth, height: area.clientHeight };
    move(isFirst ? fitted() : camera());
  }

  return {
    attach(area, below, above) {
      painter = createMapPainter(below, above);
      const observer = new ResizeObserver(() => resize(area));
      observer.observe(area);
      resize(area);
      return () => {
        observer.disconnect();
        cancelAnimationFrame(frame);
        clearTimeout(settling);
        frame = 0;
        settling = undefined;
        painter = null;
      };
    },
    show(next) {
      isPictureOld ||=
        scene?.points !== next.points || scene.lookOf !== next.lookOf || scene.theme !== next.theme;
      const isElsewhere = scene?.points.x !== next.points.x || scene.points.y !== next.points.y;
      scene = next;
      if (isElsewhere) move(fitted());
      else paint();
    },
    zoom(factor, at = { x: size.width / 2, y: size.height / 2 }) {
      move(zoomAt(camera(), size, at, factor, fitted().scale));
    },
    pan: (dx, dy) => move(panBy(camera(), dx, dy)),
    fit: () => move(fitted()),
    reveal: (place) => move(reveal(camera(), size, place)),
    placeAt: (at = { x: size.width / 2, y: size.height / 2 }) => toMap(camera(), size, at),
    scale: () => camera().scale,
    view: () => view,
    subscribe(onMove) {
      listeners.add(onMove);
      return () => listeners.delete(onMove);
    },
  };
}

/** Where a place of the map is in view, in pixels of the area. */
export function placeInView({ camera, size }: MapInView, place: Place): Place {
  return toScreen(camera, size, place);
}
