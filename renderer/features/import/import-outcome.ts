import type { Source } from '../../../shared/contract/import-operations.ts';
import { formatCount, formatPlural } from '../../ui/format.ts';

export interface ImportOutcome {
  readonly tone: 'success' | 'caution' | 'info';
  readonly title: string;
  readonly sentence: string;
}

/** What came of an import, plainly: also that nothing was new. */
export function outcomeOfImport(source: Source): ImportOutcome {
  const { name, state, read, imported, duplicates, rejected, editsAdded } = source;
  const counts = [
    `${formatCount(imported)} imported`,
    ...(editsAdded > 0 ? [`${formatPlural(editsAdded, 'edit')} added to interactions that were here`] : []),
    `${formatPlural(duplicates, 'duplicate')} left out`,
    `${formatCount(rejected)} rejected`,
  ].join(', ');
  const sentence = `${formatPlural(read, 'row')} read: ${counts}.`;
  if (state === 'cancelled' || state === 'interrupted') {
    const isEmpty = imported === 0 && editsAdded === 0;
    return {
      tone: 'caution',
      title: `${name}: ${state}`,
      sentence: isEmpty
        ? 'Nothing of it was kept. Import the file again when you want it.'
        : `Before it stopped: ${sentence} Import the file again to go on; what is here already is left out.`,
    };
  }
  if (imported === 0 && editsAdded === 0 && duplicates > 0) {
    const again = rejected > 0 ? ` ${formatPlural(rejected, 'row')} could not be read, as listed.` : '';
    return {
      tone: 'info',
      title: `${name}: nothing new`,
      sentence: `All ${formatPlural(duplicates, 'row')} were in the project already. Nothing was added.${again}`,
    };
  }
  if (imported === 0 && editsAdded === 0) {
    return { tone: 'caution', title: `${name}: nothing imported`, sentence };
  }
  return { tone: rejected > 0 ? 'caution' : 'success', title: `${name}: imported`, sentence };
}
