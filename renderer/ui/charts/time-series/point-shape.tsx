import type { SVGProps } from 'react';

export interface PointShapeProps extends SVGProps<SVGPathElement> {
  readonly series: number;
  readonly x: number;
  readonly y: number;
}

/** The mark of a series, so that series are told apart without their colours. All have about the same area. */
export function PointShape({ series, x, y, ...rest }: PointShapeProps) {
  const outline = outlines[series % outlines.length] ?? circle;
  return <path d={outline} transform={`translate(${rounded(x)} ${rounded(y)})`} {...rest} />;
}

const circle = 'M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0Z';
const outlines = [
  circle,
  'M-3.6,-3.6H3.6V3.6H-3.6Z',
  'M0,-4.8L4.8,3.6H-4.8Z',
  'M0,-5.2L5.2,0L0,5.2L-5.2,0Z',
  'M0,4.8L4.8,-3.6H-4.8Z',
  'M-1.6,-4.8H1.6V-1.6H4.8V1.6H1.6V4.8H-1.6V1.6H-4.8V-1.6H-1.6Z',
];

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
