import { useQueryClient } from '@tanstack/react-query';
import type { LabelMany, LabelManyResult } from '../../../../shared/contract/label-many-operations.ts';
import type { FailureMode } from '../../../../shared/contract/review-operations.ts';
import type { Filter } from '../../../../shared/domain/filter/filter.ts';
import type { LabelSchema } from '../../../../shared/domain/schema/label-schema.ts';
import { useClient } from '../../../api/query-utils.ts';
import { formatCount, formatPlural } from '../../../ui/format.ts';
import { announce } from '../review-state.ts';
import { refreshLists, type ReviewList } from '../use-review-list.ts';
import { LabelManyDialog } from './label-many-dialog.tsx';
import type { ListSelection } from './use-selection.ts';

export interface SelectionLabelsProps {
  readonly selection: ListSelection;
  readonly count: number;
  readonly list: ReviewList;
  readonly queue: string | null;
  readonly filter: Filter;
  readonly annotator: string;
  readonly schema: LabelSchema;
  readonly failureModes: readonly FailureMode[];
  readonly onClose: () => void;
}

/** Asks for one answer for what is selected, and says what came of it. */
export function SelectionLabels(props: SelectionLabelsProps) {
  const { selection, count, list, queue, filter, annotator, schema, failureModes, onClose } = props;
  const client = useClient();
  const queryClient = useQueryClient();
  const close = (outcome: LabelManyResult | { readonly message: string } | null) => {
    onClose();
    if (outcome === null) return;
    void refreshLists(queryClient, client, { queue, annotator });
    if ('message' in outcome) return announce(outcome.message);
    selection.clear();
    announce(outcomeText(outcome));
  };
  return (
    <LabelManyDialog
      which={whichOf()}
      count={count}
      annotator={annotator}
      schema={schema}
      failureModes={failureModes}
      onClose={close}
    />
  );

  function whichOf(): LabelMany['which'] {
    const { lines, isAll } = selection;
    if (isAll) return queue === null ? { filter: [...filter] } : { queue };
    return { ids: list.items.slice(lines?.from ?? 0, (lines?.to ?? 0) + 1).map(({ id }) => id) };
  }
}

function outcomeText({ changed, kept }: LabelManyResult): string {
  const left = kept === 0 ? '' : ` ${formatCount(kept)} kept another answer.`;
  return `Labelled ${formatPlural(changed, 'interaction')}.${left} Undo takes it back in one step.`;
}
