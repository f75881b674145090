/** Names that people write for fields of every project: `rating<=2` for `signal.rating<=2`. */
const shortNames = new Map([
  ['rating', 'signal.rating'],
  ['thumbs', 'signal.thumbs'],
  ['action', 'signal.action'],
  ['comment', 'signal.comment'],
  ['failure_mode', 'label.failure_mode'],
]);

const longNames = new Map(Array.from(shortNames, ([short, long]) => [long, short]));

/** The field that a name stands for; any other name stands for itself. */
export function fieldFromName(name: string): string {
  return shortNames.get(name) ?? name;
}

/** The shortest name of a field. */
export function nameOfField(field: string): string {
  return longNames.get(field) ?? field;
}
