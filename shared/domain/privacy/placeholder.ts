import { findPersonalData } from './find-personal-data.ts';
import { type Finder, findingKinds, type FindingKind } from './finding.ts';

/** What stands in place of a finding that is redacted: its kind, the same for every finding of the kind. */
export function placeholderOf({ kind }: { readonly kind: FindingKind }): string {
  return `[${kind.toUpperCase()}]`;
}

/** What finders find in placeholders, such as a listed name "Email"; null where they find nothing, as they must. */
export function foundInPlaceholders(finders: readonly Finder[]): string | null {
  const all = findingKinds.map((kind) => placeholderOf({ kind }));
  const pairs = all.flatMap((first) => all.map((second) => first + second));
  return findPersonalData(pairs.join('\n\n\n'), finders)[0]?.text ?? null;
}
