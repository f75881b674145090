import type { Mode } from '../../../shared/contract/cluster-operations.ts';
import type { ChooserOption } from '../../ui/chooser-dialog.tsx';
import { formatPlural } from '../../ui/format.ts';

/** Failure modes to choose from, those with the most changes first. */
export function modeChoices(
  modes: readonly Mode[],
  isWanted: (mode: Mode) => boolean = () => true,
): ChooserOption[] {
  return modes
    .filter(isWanted)
    .toSorted((a, b) => b.changes - a.changes || a.name.localeCompare(b.name))
    .map(({ id, name, changes }) => ({ value: id, name, detail: formatPlural(changes, 'change') }));
}
