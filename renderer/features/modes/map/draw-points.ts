import type { Camera } from './camera.ts';
import type { Rgb } from './map-colours.ts';
import type { MapPoints } from './map-points.ts';
import type { Stamp } from './point-stamp.ts';

/** Pixels of the picture on each side that are not shown, so that no point has to be cut. */
export const border = 24;

/** Opaque pixels with the border round them. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array;
}

/** How a point looks; those of a higher layer are drawn over the others. */
export interface Look {
  readonly colour: Rgb;
  readonly stamp: Stamp;
  readonly layer: 0 | 1 | 2;
}

/** Of a point that is not drawn. */
export const hiddenLook = 0xffff;

const layers = [0, 1, 2] as const;

/**
 * Draws every point that is in view into the picture. Plain arithmetic on pixels: a hundred thousand points take a few
 * milliseconds on any computer, also where there is no graphics processor.
 * @param lookOf index into the looks for each point, or `hiddenLook`
 * @param camera in pixels of the picture
 */
export function drawPoints(
  picture: Picture,
  points: MapPoints,
  lookOf: Uint16Array,
  looks: readonly Look[],
  camera: Camera,
  background: Rgb,
): void {
  const { width, height, pixels } = picture;
  pixels.fill(packed(background));
  const { x, y, count } = points;
  const { scale } = camera;
  const left = width / 2 - camera.x * scale;
  const top = height / 2 - camera.y * scale;
  for (const layer of layers) {
    const drawn = looks.map((look) => (look.layer === layer ? look : null));
    if (drawn.every((look) => look === null)) continue;
    for (let point = 0; point < count; point += 1) {
      const look = drawn[lookOf[point] ?? hiddenLook];
      if (look === null || look === undefined) continue;
      const column = Math.round((x[point] ?? 0) * scale + left);
      const row = Math.round((y[point] ?? 0) * scale + top);
      const reach = (look.stamp.size - 1) / 2;
      if (column < reach || row < reach || column >= width - reach || row >= height - reach) continue;
      press(picture, look, column, row);
    }
  }
}

function press({ width, pixels }: Picture, { colour, stamp }: Look, column: number, row: number): void {
  const { size, cover } = stamp;
  const reach = (size - 1) / 2;
  const whole = packed(colour);
  for (let down = 0, at = 0; down < size; down += 1) {
    let pixel = (row - reach + down) * width + column - reach;
    for (let across = 0; across < size; across += 1, at += 1, pixel += 1) {
      const covered = cover[at] ?? 0;
      if (covered === 255) pixels[pixel] = whole;
      else if (covered > 0) pixels[pixel] = blended(pixels[pixel] ?? 0, colour, covered);
    }
  }
}

function packed([red, green, blue]: Rgb): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

function blended(below: number, [red, green, blue]: Rgb, cover: number): number {
  const under = 255 - cover;
  const r = ((below & 255) * under + red * cover) >> 8;
  const g = (((below >> 8) & 255) * under + green * cover) >> 8;
  const b = (((below >> 16) & 255) * under + blue * cover) >> 8;
  return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
}
