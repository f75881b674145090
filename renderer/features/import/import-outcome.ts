import type { Source } from '../../../shared/contract/import-operations.ts';
import { formatCount, formatPlural } from '../../ui/format.ts';

export interface ImportOutcome {
  readonly tone: 'success' | 'caution' | 'info';
  readonly title: string;
  readonly sentence: string;
}

/** How much joined interactions that were there before. */
export function addedCount({ editsAdded, labelsAdded, signalsAdded }: Source): number {
  return editsAdded + labelsAdded + signalsAdded;
}

/** `2 edits and 1 label added to interactions that were here`; null where nothing was. */
export function addedSentence({ editsAdded, labelsAdded, signalsAdded }: Source): string | null {
  const parts = [
    ...(editsAdded > 0 ? [formatPlural(editsAdded, 'edit')] : []),
    ...(labelsAdded > 0 ? [formatPlural(labelsAdded, 'label')] : []),
    ...(signalsAdded > 0 ? [formatPlural(signalsAdded, 'signal')] : []),
  ];
  const last = parts.pop();
  if (last === undefined) return null;
  const listed = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
  return `${listed} added to interactions that were here`;
}

/** What came of an import, plainly: also that nothing was new. */
export function outcomeOfImport(source: Source): ImportOutcome {
  const { name, state, imported, duplicates, rejected } = source;
  const isEmpty = imported === 0 && addedCount(source) === 0;
  const sentence = countsSentence(source);
  if (state === 'cancelled' || state === 'interrupted' || state === 'failed') {
    const next =
      state === 'cancelled'
        ? 'Import the file again to go on; what is here already is left out.'
        : 'It can go on where it stopped.';
    return {
      tone: 'caution',
      title: `${name}: ${state}`,
      sentence:
        isEmpty && state === 'cancelled'
          ? 'Nothing of it was kept. Import the file again when you want it.'
          : `Before it stopped: ${sentence} ${next}`,
    };
  }
  if (isEmpty && duplicates > 0) {
    const again = rejected > 0 ? ` ${formatPlural(rejected, 'row')} could not be taken, as listed.` : '';
    return {
      tone: 'info',
      title: `${name}: nothing new`,
      sentence: `All ${formatPlural(duplicates, 'row')} were in the project already. Nothing was added.${again}`,
    };
  }
  if (isEmpty) return { tone: 'caution', title: `${name}: nothing imported`, sentence };
  return { tone: rejected > 0 ? 'caution' : 'success', title: `${name}: imported`, sentence };
}

function countsSentence(source: Source): string {
  const { read, brings, imported, attached, duplicates, rejected, skipped } = source;
  const added = addedSentence(source);
  const counts = [
    ...(brings === 'interactions' || imported > 0 ? [`${formatCount(imported)} imported`] : []),
    ...(brings === 'attachments' || attached > 0 ? [`${formatCount(attached)} attached`] : []),
    ...(added === null ? [] : [added]),
    `${formatPlural(duplicates, 'duplicate')} left out`,
    ...(skipped > 0 ? [`${formatCount(skipped)} skipped`] : []),
    `${formatCount(rejected)} rejected`,
  ];
  return `${formatPlural(read, 'row')} read: ${counts.join(', ')}.`;
}
