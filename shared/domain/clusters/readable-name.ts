import type { KindShares } from './change-kinds.ts';
import type { ClusterProfile } from './phrase-counts.ts';

/** A name for a cluster that none of `taken` has; it is added to them. */
export function readableName(profile: ClusterProfile, taken: Set<string>): string {
  const plain = plainName(profile);
  const terms = [...profile.terms.removed.slice(0, 2), ...profile.terms.added.slice(0, 2)];
  const told = terms.filter((term) => !plain.includes(`"${term}"`)).slice(0, 3);
  const longer = told.length === 0 ? plain : `${plain}: ${told.map(quoted).join(', ')}`;
  const name = [plain, longer].find((candidate) => !taken.has(candidate)) ?? numbered(longer, taken);
  taken.add(name);
  return name;
}

/** From this share on a cluster is named after what its changes have in common. */
const most = 0.6;
const half = 0.5;
const many = 0.3;

function plainName(profile: ClusterProfile): string {
  const { pair, kinds } = profile;
  if (kinds.isWhole >= most) return 'Outputs without an edit';
  if (pair.share >= many) return pairName(pair.before, pair.after);
  const sign = signName(kinds);
  if (sign !== null) return sign;
  if (kinds.long >= most) return phraseName(profile, most) ?? sizeAndTerms(profile);
  return (
    phraseName(profile, half) ?? contentName(kinds) ?? phraseName(profile, many) ?? sizeAndTerms(profile)
  );
}

/** After phrases that a certain share of the changes has. */
function phraseName(profile: ClusterProfile, share: number): string | null {
  const { terms, kinds, removedShare, addedShare } = profile;
  const [removed = '', added = ''] = [terms.removed[0], terms.added[0]];
  if (removedShare >= share && addedShare >= share) return pairName(removed, added);
  if (removedShare >= share)
    return `${quoted(removed)} ${kinds.removes >= kinds.replaces ? 'removed' : 'replaced'}`;
  if (addedShare < share) return null;
  return kinds.adds >= kinds.replaces ? `${quoted(added)} added` : `… → ${added}`;
}

function sizeAndTerms({ terms, kinds }: ClusterProfile): string {
  const shown = [...terms.removed.slice(0, 2), ...terms.added.slice(0, 1)];
  const size = sizeName(kinds);
  return shown.length === 0 ? size : `${size}: ${shown.map(quoted).join(', ')}`;
}

function pairName(before: string, after: string): string {
  if (after === '') return before === '' ? 'White space changed' : `${quoted(before)} removed`;
  if (before === '') return `${quoted(after)} added`;
  return before === after ? 'Capital letters changed' : `${before} → ${after}`;
}

function signName(kinds: KindShares): string | null {
  if (kinds.whitespace >= most) return 'White space changed';
  if (kinds.case >= most) return 'Capital letters changed';
  if (kinds.markup >= most) return 'Formatting changed';
  return kinds.punctuation >= most ? 'Punctuation changed' : null;
}

function contentName(kinds: KindShares): string | null {
  if (kinds.numbers >= most) return `Numbers ${operation(kinds)}`;
  return kinds.names >= most ? `Names ${operation(kinds)}` : null;
}

function operation(kinds: KindShares): string {
  if (kinds.removes >= most) return 'removed';
  return kinds.adds >= most ? 'added' : 'changed';
}

function sizeName(kinds: KindShares): string {
  const what = kinds.long >= 0.5 ? 'Passages' : 'Words';
  if (kinds.removes >= most) return `${what} removed`;
  if (kinds.adds >= most) return `${what} added`;
  if (kinds.shortens >= most) return `${what} shortened`;
  return kinds.lengthens >= most ? `${what} made longer` : `${what} replaced`;
}

function numbered(name: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number++) if (!taken.has(`${name} (${number})`)) return `${name} (${number})`;
}

function quoted(text: string): string {
  return `"${text}"`;
}
