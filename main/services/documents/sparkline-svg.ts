const width = 120;
const height = 22;
const margin = 2;

/**
 * A course of values as a small drawing without scripts or styles of its own; gaps stay gaps, and a value between two
 * gaps is a point. It is hidden from screen readers: the text beside it says what matters.
 */
export function sparklineSvg(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return '';
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  const step = values.length < 2 ? 0 : (width - 2 * margin) / (values.length - 1);
  const at = (value: number, index: number) => {
    const share = span === 0 ? 0.5 : (value - low) / span;
    return `${short(margin + index * step)},${short(height - margin - share * (height - 2 * margin))}`;
  };
  const runs = runsOf(values);
  const lines = runs.map(({ start, values: run }) => {
    const points = run.map((value, index) => at(value, start + index));
    // A line of no length is drawn as a point, by its round ends.
    return `<polyline points="${[...points, ...(points.length === 1 ? points : [])].join(' ')}"/>`;
  });
  return `<svg aria-hidden="true" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${lines.join('')}</svg>`;
}

interface Run {
  readonly start: number;
  readonly values: readonly number[];
}

function runsOf(values: readonly (number | null)[]): Run[] {
  const runs: { start: number; values: number[] }[] = [];
  values.forEach((value, index) => {
    if (value === null) return;
    const last = runs.at(-1);
    if (last !== undefined && last.start + last.values.length === index) last.values.push(value);
    else runs.push({ start: index, values: [value] });
  });
  return runs;
}

function short(number: number): string {
  return String(Math.round(number * 10) / 10);
}
