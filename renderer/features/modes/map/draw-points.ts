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
  readonly pixels: Int32Array;
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
  const left = width / 2 - camera.x * scale + 0.5;
  const top = height / 2 - camera.y * scale + 0.5;
  const inks = looks.map((look) => inkOf(look, width));
  for (const layer of layers) {
    if (inks.every((ink) => ink.layer !== layer)) continue;
    for (let point = 0; point < count; point += 1) {
      const ink = inks[lookOf[point] ?? hiddenLook];
      if (ink === undefined || ink.layer !== layer) continue;
      // Cut to whole numbers, which is several times as fast as rounding; what it does wrong below 0 is not in view.
      const column = ((x[point] ?? 0) * scale + left) | 0;
      const row = ((y[point] ?? 0) * scale + top) | 0;
      const { reach } = ink;
      if (column < reach || row < reach || column >= width - reach || row >= height - reach) continue;
      press(pixels, ink, row * width + column);
    }
  }
}

/** A look as it goes into a picture of one width. */
interface Ink {
  readonly layer: Look['layer'];
  readonly reach: number;
  readonly colour: Rgb;
  readonly whole: number;
  /** Of the pixels that are covered whole, and in part: how far they are from the middle one. */
  readonly inner: Int32Array;
  readonly outer: Int32Array;
  readonly cover: Uint8Array;
}

function inkOf({ colour, stamp, layer }: Look, width: number): Ink {
  const { size, cover } = stamp;
  const reach = (size - 1) / 2;
  const inner: number[] = [];
  const outer: number[] = [];
  const covers: number[] = [];
  for (const [at, covered] of cover.entries()) {
    const offset = (Math.floor(at / size) - reach) * width + (at % size) - reach;
    if (covered === 255) inner.push(offset);
    else if (covered > 0) {
      outer.push(offset);
      covers.push(covered);
    }
  }
  return {
    layer,
    reach,
    colour,
    whole: packed(colour),
    inner: Int32Array.from(inner),
    outer: Int32Array.from(outer),
    cover: Uint8Array.from(covers),
  };
}

function press(pixels: Int32Array, { colour, whole, inner, outer, cover }: Ink, middle: number): void {
  for (let at = 0; at < inner.length; at += 1) pixels[middle + (inner[at] ?? 0)] = whole;
  const [red, green, blue] = colour;
  for (let at = 0; at < outer.length; at += 1) {
    const pixel = middle + (outer[at] ?? 0);
    const below = pixels[pixel] ?? 0;
    const over = cover[at] ?? 0;
    const under = 255 - over;
    pixels[pixel] =
      (255 << 24) |
      (((((below >> 16) & 255) * under + blue * over) >> 8) << 16) |
      (((((below >> 8) & 255) * under + green * over) >> 8) << 8) |
      (((below & 255) * under + red * over) >> 8);
  }
}

/** Bytes of a pixel as every browser's computer has them in memory: red first. */
function packed([red, green, blue]: Rgb): number {
  return (255 << 24) | (blue << 16) | (green << 8) | red;
}
