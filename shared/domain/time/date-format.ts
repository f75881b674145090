/**
 * Compiles the form of a date, such as `DD.MM.YYYY HH:mm`, to a function from a text to ISO 8601 in UTC, or undefined where
 * the text has another form or is no date. YYYY YY MM MMM (short English month) DD HH hh (with A) mm ss SSS A; M, D and H take one or
 * two digits; anything else stands for itself. Undefined where the form names no year, month and day.
 */
export function compileDateFormat(format: string): ((text: string) => string | undefined) | undefined {
  const fields: string[] = [];
  const source = format.replaceAll(/YYYY|YY|MMM|MM|M|DD|D|HH|H|hh|h|mm|ss|SSS|A|[\s\S]/g, (token) => {
    const pattern = patterns.get(token);
    if (pattern === undefined) return token.replace(/[.*+?^${}()|[\]\\]/, String.raw`\$&`);
    fields.push(token);
    return pattern;
  });
  const has = (first: string) => fields.some((field) => field.startsWith(first));
  if (!has('Y') || !has('M') || !has('D')) return undefined;
  const expression = new RegExp(`^${source}$`, 'i');
  return (text) => {
    const match = expression.exec(text.trim());
    return match === null ? undefined : toIso(fields, match.slice(1));
  };
}

const patterns: ReadonlyMap<string, string> = new Map([
  ['YYYY', String.raw`(\d{4})`],
  ['YY', String.raw`(\d{2})`],
  ['MMM', '([a-z]{3})'],
  ['MM', String.raw`(\d{2})`],
  ['M', String.raw`(\d{1,2})`],
  ['DD', String.raw`(\d{2})`],
  ['D', String.raw`(\d{1,2})`],
  ['HH', String.raw`(\d{2})`],
  ['H', String.raw`(\d{1,2})`],
  ['hh', String.raw`(\d{2})`],
  ['h', String.raw`(\d{1,2})`],
  ['mm', String.raw`(\d{2})`],
  ['ss', String.raw`(\d{2})`],
  ['SSS', String.raw`(\d{3})`],
  ['A', '(am|pm)'],
]);

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function toIso(fields: readonly string[], values: readonly string[]): string | undefined {
  const of = (...names: readonly string[]): string | undefined =>
    values[fields.findIndex((field) => names.includes(field))];
  const shortYear = of('YY');
  const year = shortYear === undefined ? Number(of('YYYY')) : 2000 + Number(shortYear);
  const named = of('MMM');
  const month = named === undefined ? Number(of('MM', 'M')) : months.indexOf(named.toLowerCase()) + 1;
  const day = Number(of('DD', 'D'));
  const half = of('A')?.toLowerCase();
  const stated = Number(of('HH', 'H', 'hh', 'h') ?? 0);
  const hour = half === undefined ? stated : (stated % 12) + (half === 'pm' ? 12 : 0);
  const [minute, second, ms] = [of('mm'), of('ss'), of('SSS')].map((text) => Number(text ?? 0));
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second, ms));
  // Date rolls 31 February over into March; that is another day than the one written.
  const isSame = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && at.getUTCHours() === hour;
  return isSame && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined;
}
