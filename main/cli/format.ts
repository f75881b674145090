const counts = new Intl.NumberFormat('en');

export function formatCount(value: number): string {
  return counts.format(value);
}

export function formatSeconds(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return `${Math.round(seconds / 60)} min`;
}

/** "1 row", "2 rows". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** Rows of cells as columns; numbers are right-aligned. */
export function formatTable(rows: readonly (readonly (string | number)[])[]): string {
  const widths: number[] = [];
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? formatCount(cell) : cell)));
  for (const row of cells) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
  return cells
    .map((row, y) =>
      row
        .map((cell, x) =>
          typeof rows[y]?.[x] === 'number' ? cell.padStart(widths[x] ?? 0) : cell.padEnd(widths[x] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** One line of at most `width` characters. Control characters are dropped: a terminal would obey them. */
export function oneLine(text: string, width: number): string {
  const flat = printable(text).replace(/\s+/g, ' ').trim();
  return flat.length > width ? `${flat.slice(0, width - 1)}…` : flat;
}

/** Text without the control characters that a terminal would obey; line breaks and tabs stay. */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is removed
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}

/** "12.0 % (9.1 to 15.6)", of a share with its interval. */
export function shareText(
  share: { readonly share: number; readonly low: number; readonly high: number } | null,
): string {
  if (share === null) return '';
  return `${percent(share.share)} % (${percent(share.low)} to ${percent(share.high)})`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

export function formatTime(time: number | null): string {
  return time === null ? '-' : new Date(time).toISOString().replace('.000Z', 'Z');
}
