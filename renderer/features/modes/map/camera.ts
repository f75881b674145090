/** Which part of the map is in view: the middle in coordinates of the map, and pixels to 1 of them. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Of the area that shows the map, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export function toScreen({ x, y, scale }: Camera, size: Size, place: Place): Place {
  return { x: (place.x - x) * scale + size.width / 2, y: (place.y - y) * scale + size.height / 2 };
}

export function toMap({ x, y, scale }: Camera, size: Size, place: Place): Place {
  return { x: (place.x - size.width / 2) / scale + x, y: (place.y - size.height / 2) / scale + y };
}

/** Pixels between the outermost points and the edge. */
const margin = 24;

/** The camera that shows all of these coordinates. */
export function fitCamera(
  points: { readonly x: Float32Array; readonly y: Float32Array },
  size: Size,
): Camera {
  const [left, right] = rangeOf(points.x);
  const [top, bottom] = rangeOf(points.y);
  return {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    scale: Math.min(across(size.width, left, right), across(size.height, top, bottom)),
  };
}

function across(pixels: number, from: number, to: number): number {
  return Math.max(pixels - 2 * margin, 1) / Math.max(to - from, 0.1);
}

function rangeOf(values: Float32Array): readonly [number, number] {
  if (values.length === 0) return [-1, 1];
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}

/** How far one may go in and out, beside the camera that shows all. */
const mostZoom = 400;
const leastZoom = 0.5;

/** Nearer by a factor, what is at `at` (in pixels) staying where it is. */
export function zoomAt(camera: Camera, size: Size, at: Place, factor: number, fitScale: number): Camera {
  const scale = Math.min(mostZoom * fitScale, Math.max(leastZoom * fitScale, camera.scale * factor));
  const held = toMap(camera, size, at);
  return {
    x: held.x - (at.x - size.width / 2) / scale,
    y: held.y - (at.y - size.height / 2) / scale,
    scale,
  };
}

/** Moved by pixels of the screen. */
export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale };
}

/** The camera as it is where the place is well in view, else moved to have it in the middle. */
export function reveal(camera: Camera, size: Size, place: Place): Camera {
  const { x, y } = toScreen(camera, size, place);
  const isIn = x > margin && y > margin && x < size.width - margin && y < size.height - margin;
  return isIn ? camera : { ...camera, x: place.x, y: place.y };
}
