export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface SparkPoints {
  readonly line: readonly Point[];
  /** The newest value that is known. */
  readonly last: Point | null;
}

/** Room for the dot of the newest value. */
const margin = 3;

/** Where the values lie in a box, from left to right; zero is at its foot, so that heights can be compared. */
export function sparkPoints(values: readonly (number | null)[], width: number, height: number): SparkPoints {
  const most = Math.max(0, ...values.map((value) => value ?? 0));
  const step = values.length < 2 ? 0 : (width - 2 * margin) / (values.length - 1);
  const line = values.flatMap((value, index): Point[] => {
    if (value === null) return [];
    const share = most === 0 ? 0 : value / most;
    return [
      {
        x: rounded(values.length < 2 ? width - margin : margin + index * step),
        y: rounded(height - margin - share * (height - 2 * margin)),
      },
    ];
  });
  return { line, last: line.at(-1) ?? null };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
