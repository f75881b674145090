import { describe, expect, it } from 'vitest';
import { shapes } from './colouring.ts';
import { border, drawPoints, hiddenLook, type Look } from './draw-points.ts';
import { darkColours, lightColours, lightTheme, darkTheme, paletteColour, type Rgb } from './map-colours.ts';
import { makeStamp } from './point-stamp.ts';
import { pointsAt } from './test-points.ts';

const red: Rgb = [200, 0, 0];
const blue: Rgb = [0, 0, 200];
const white: Rgb = [255, 255, 255];

function draw(
  places: readonly (readonly [number, number])[],
  lookOf: readonly number[],
  looks: readonly Look[],
) {
  const [width, height] = [100 + 2 * border, 80 + 2 * border];
  const picture = { width, height, pixels: new Int32Array(width * height) };
  drawPoints(picture, pointsAt(places), Uint16Array.from(lookOf), looks, { x: 0, y: 0, scale: 10 }, white);
  const colourAt = (x: number, y: number): number[] => {
    const pixel = picture.pixels[(y + border) * width + x + border] ?? 0;
    return [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255, pixel >>> 24];
  };
  return { picture, colourAt };
}

describe('drawPoints', () => {
  const stamp = makeStamp('circle', 4);
  const looks: Look[] = [
    { colour: red, stamp, layer: 1 },
    { colour: blue, stamp, layer: 0 },
  ];

  it('puts points where they are, higher layers over lower ones', () => {
    const { colourAt } = draw(
      [
        [0, 0],
        [0.2, 0],
        [3, 2],
      ],
      [0, 1, 1],
      looks,
    );
    expect(colourAt(50, 40)).toEqual([200, 0, 0, 255]);
    expect(colourAt(80, 60)).toEqual([0, 0, 200, 255]);
    expect(colourAt(20, 20)).toEqual([255, 255, 255, 255]);
  });

  it('leaves hidden ones out, and draws those that are cut by the edge', () => {
    const { colourAt } = draw(
      [
        [0, 0],
        [-5.2, 0],
        [-50, 0],
        [50, 70],
      ],
      [hiddenLook, 0, 0, 0],
      looks,
    );
    expect(colourAt(50, 40)).toEqual([255, 255, 255, 255]);
    expect(colourAt(0, 40)).toEqual([200, 0, 0, 255]);
  });

  it('softens the edge of a point', () => {
    const { picture } = draw([[0, 0]], [0], looks);
    const reds = new Set([...picture.pixels].map((pixel) => (pixel >> 8) & 255));
    expect(reds.size).toBeGreaterThan(3);
  });

  it('gives every shape about as many pixels', () => {
    const covers = shapes.map(
      (shape) => makeStamp(shape, 6).cover.reduce((sum, value) => sum + value, 0) / 255,
    );
    for (const cover of covers) expect(Math.abs(cover / (Math.PI * 36) - 1)).toBeLessThan(0.15);
    expect(new Set(covers).size).toBe(shapes.length);
  });
});

describe('colours of points', () => {
  it.each([
    ['light', lightColours, lightTheme],
    ['dark', darkColours, darkTheme],
  ] as const)('reach 3:1 on the surface of the %s theme', (_, colours, theme) => {
    for (const at of colours.keys()) {
      expect(contrast(paletteColour(at, theme), theme.background)).toBeGreaterThanOrEqual(3);
    }
  });
});

function contrast(one: Rgb, other: Rgb): number {
  const [high, low] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}
