import type { PointShape } from './colouring.ts';

/** How much of each pixel a point covers, row by row, from 0 to 255; the point is in its middle. */
export interface Stamp {
  readonly size: number;
  readonly cover: Uint8Array;
}

/** Of each pixel, so many by so many places are looked at. */
const fineness = 4;

/** Smaller points have no shape that could be seen; four whole pixels are drawn in a third of the time. */
const leastShaped = 1.25;
const dot: Stamp = { size: 3, cover: Uint8Array.from([0, 0, 0, 0, 255, 255, 0, 255, 255]) };

/** How far each shape reaches, in radii. */
const widest: Readonly<Record<PointShape, number>> = {
  circle: 1,
  square: 0.88,
  diamond: 1.25,
  triangle: 1.3,
};

/** @param radius in pixels; all shapes cover about as much */
export function makeStamp(shape: PointShape, radius: number): Stamp {
  if (radius < leastShaped) return dot;
  const reach = Math.ceil(radius * widest[shape] - 0.5);
  const size = 2 * reach + 1;
  const cover = new Uint8Array(size * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let hits = 0;
      for (let part = 0; part < fineness ** 2; part += 1) {
        const x = column + ((part % fineness) + 0.5) / fineness - 0.5 - reach;
        const y = row + (Math.floor(part / fineness) + 0.5) / fineness - 0.5 - reach;
        if (isCovered(shape, x / radius, y / radius)) hits += 1;
      }
      cover[row * size + column] = Math.round((255 * hits) / fineness ** 2);
    }
  }
  return { size, cover };
}

function isCovered(shape: PointShape, x: number, y: number): boolean {
  switch (shape) {
    case 'circle':
      return x * x + y * y <= 1;
    case 'square':
      return Math.abs(x) <= 0.88 && Math.abs(y) <= 0.88;
    case 'diamond':
      return Math.abs(x) + Math.abs(y) <= 1.25;
    case 'triangle':
      return y <= 0.85 && Math.abs(x) <= (y + 1.25) * 0.62;
  }
}
