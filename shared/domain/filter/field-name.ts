/** Names that people write for fields of every project: `rating<=2` for `signal.rating<=2`. */
const shortNames = new Map([
  ['rating', 'signal.rating'],
  ['thumbs', 'signal.thumbs'],
  ['action', 'signal.action'],
  ['comment', 'signal.comment'],
  ['failure_mode', 'label.failure_mode'],
  ['severity', 'span.severity'],
]);

const longNames = new Map(Array.from(shortNames, ([short, long]) => [long, short]));

/** The field that a name stands for; any other name stands for itself. `failure_mode@ana` is a question's field as well. */
export function fieldFromName(name: string): string {
  return replaceName(name, shortNames);
}

/** The shortest name of a field. */
export function nameOfField(field: string): string {
  return replaceName(field, longNames);
}

function replaceName(name: string, others: ReadonlyMap<string, string>): string {
  const at = name.indexOf('@');
  const base = at < 0 ? name : name.slice(0, at);
  const other = others.get(base) ?? base;
  // Only labels are somebody's.
  return at < 0 || base.startsWith('label.') || other.startsWith('label.')
    ? other + name.slice(base.length)
    : name;
}
