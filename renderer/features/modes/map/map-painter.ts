import { pointSpacing } from '../../../../shared/domain/clusters/map-places.ts';
import { type Camera, type Place, type Size, toScreen } from './camera.ts';
import type { Colouring, MapGroup, PointShape } from './colouring.ts';
import { border, drawPoints, hiddenLook } from './draw-points.ts';
import { cssColour, type MapTheme } from './map-colours.ts';
import type { MapLabel } from './map-labels.ts';
import { makeLooks } from './map-looks.ts';
import type { MapPoints } from './map-points.ts';
import { placeLabels } from './place-labels.ts';
import { makeStamp, type Stamp } from './point-stamp.ts';

/** What is on the map, whatever part of it is in view. */
export interface MapScene {
  readonly points: MapPoints;
  readonly colouring: Colouring;
  /** See `looksOfPoints`. */
  readonly lookOf: Uint16Array;
  /** The most important first. */
  readonly labels: readonly MapLabel[];
  readonly theme: MapTheme;
  /** Index of the point that the keys are at, -1 for none; and of that under the pointer. */
  readonly cursor: number;
  readonly hovered: number;
  /** The line that is being drawn round points, in coordinates of the map. */
  readonly lasso: readonly Place[];
}

export interface MapPainter {
  /**
   * @param size of the area in CSS pixels
   * @param pixelRatio pixels of the picture to one of them
   */
  readonly paintPoints: (scene: MapScene, camera: Camera, size: Size, pixelRatio: number) => void;
  /** Names, cursor and lasso, which cost little. */
  readonly paintOver: (scene: MapScene, camera: Camera, size: Size, pixelRatio: number) => void;
}

/** More pixels than these are not drawn one by one: on very large screens points are a little softer instead. */
const mostPixels = 4_200_000;
const labelFont = '600 12px system-ui, sans-serif';

/** Paints points into one canvas, and names, cursor and lasso into one above it. */
export function createMapPainter(below: HTMLCanvasElement, above: HTMLCanvasElement): MapPainter | null {
  const points = below.getContext('2d', { alpha: false });
  const over = above.getContext('2d');
  if (points === null || over === null) return null;
  const stamps = new Map<string, Stamp>();
  const widths = new Map<string, number>();
  let image: ImageData | null = null;

  function stampOf(shape: PointShape, radius: number): Stamp {
    const key = `${shape} ${radius}`;
    const known = stamps.get(key);
    if (known !== undefined) return known;
    const made = makeStamp(shape, radius);
    stamps.set(key, made);
    return made;
  }

  function paintPoints(scene: MapScene, camera: Camera, size: Size, pixelRatio: number): void {
    const most = Math.sqrt(mostPixels / Math.max(size.width * size.height, 1));
    const ratio = Math.min(pixelRatio, most);
    const width = Math.max(1, Math.round(size.width * ratio));
    const height = Math.max(1, Math.round(size.height * ratio));
    if (below.width !== width || below.height !== height) {
      below.width = width;
      below.height = height;
    }
    const [outerWidth, outerHeight] = [width + 2 * border, height + 2 * border];
    if (image?.width !== outerWidth || image.height !== outerHeight) {
      image = new ImageData(outerWidth, outerHeight);
    }
    const radius = pointRadius(scene.points.count, camera.scale) * ratio;
    const looks = makeLooks(scene.colouring.groups, scene.theme, ({ shape }: MapGroup) =>
      stampOf(shape, Math.round(radius * 4) / 4),
    );
    drawPoints(
      { width: outerWidth, height: outerHeight, pixels: new Int32Array(image.data.buffer) },
      scene.points,
      scene.lookOf,
      looks,
      { ...camera, scale: camera.scale * ratio },
      scene.theme.background,
    );
    points?.putImageData(image, -border, -border);
  }

  function drawOver(context: CanvasRenderingContext2D, scene: MapScene, camera: Camera, size: Size): void {
    const text = scene.theme.isDark ? '#ecebe8' : '#1d1c1a';
    const halo = cssColour(scene.theme.background);
    context.font = labelFont;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    const widthOf = (label: string) => {
      const known = widths.get(label) ?? context.measureText(label).width;
      widths.set(label, known);
      return known;
    };
    const labels = scene.labels.map((label) => ({
      text: label.text,
      width: widthOf(label.text) + 6,
      ...toScreen(camera, size, label),
    }));
    for (const label of placeLabels(labels, size)) {
      context.lineWidth = 4;
      context.strokeStyle = halo;
      context.strokeText(label.text, label.x, label.y);
      context.fillStyle = text;
      context.fillText(label.text, label.x, label.y);
    }
    const radius = pointRadius(scene.points.count, camera.scale);
    ring(context, scene, camera, size, {
      point: scene.hovered,
      radius: radius + 3,
      colour: text,
      width: 1.5,
    });
    ring(context, scene, camera, size, { point: scene.cursor, radius: radius + 5, colour: text, width: 2.5 });
    if (scene.lasso.length > 1)
      paintLasso(
        context,
        scene.lasso.map((place) => toScreen(camera, size, place)),
        text,
      );
  }

  return {
    paintPoints,
    paintOver(scene, camera, size, pixelRatio) {
      const width = Math.max(1, Math.round(size.width * pixelRatio));
      const height = Math.max(1, Math.round(size.height * pixelRatio));
      if (above.width !== width || above.height !== height) {
        above.width = width;
        above.height = height;
      }
      over.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
      over.clearRect(0, 0, size.width, size.height);
      drawOver(over, scene, camera, size);
    },
  };
}

/** Radius of points in CSS pixels: as large as leaves air between them, within what can be seen and pointed at. */
export function pointRadius(count: number, scale: number): number {
  return Math.min(7, Math.max(1, 0.44 * pointSpacing(count) * scale));
}

interface Ring {
  readonly point: number;
  readonly radius: number;
  readonly colour: string;
  readonly width: number;
}

function ring(
  context: CanvasRenderingContext2D,
  { points, lookOf }: MapScene,
  camera: Camera,
  size: Size,
  { point, radius, colour, width }: Ring,
): void {
  if (point === -1 || lookOf[point] === hiddenLook) return;
  const { x, y } = toScreen(camera, size, { x: points.x[point] ?? 0, y: points.y[point] ?? 0 });
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
}

function paintLasso(context: CanvasRenderingContext2D, line: readonly Place[], colour: string): void {
  context.beginPath();
  for (const { x, y } of line) context.lineTo(x, y);
  context.closePath();
  context.globalAlpha = 0.08;
  context.fillStyle = colour;
  context.fill();
  context.globalAlpha = 1;
  context.lineWidth = 1.5;
  context.strokeStyle = colour;
  context.setLineDash([5, 4]);
  context.stroke();
  context.setLineDash([]);
}
