import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Flag, Item } from '../../../../shared/contract/item-operations.ts';
import { useClient, useQueries } from '../../../api/query-utils.ts';
import { useCommands } from '../../../app/key-map.ts';
import { useAppState } from '../../../state/app-state.ts';
import type { ActQueue } from '../act-queue.ts';
import { announce } from '../review-state.ts';
import { markSkipped } from '../use-review-list.ts';
import { FlagDialog } from './flag-dialog.tsx';
import { askFor, useMarkState } from './mark-state.ts';
import { SkipDialog } from './skip-dialog.tsx';

export interface MarksProps {
  readonly id: string;
  /** Null outside of a queue: nothing is skipped there. */
  readonly queue: string | null;
  readonly annotator: string;
  readonly acts: ActQueue;
  /** Whether what others flagged is hidden. */
  readonly isBlind: boolean;
  readonly onSkipped: () => void;
}

function close(): void {
  askFor(null);
}

/** What is said of the open interaction beside answers: that it is skipped, and why, or that the lead should look. */
export function Marks({ id, queue, annotator, acts, isBlind, onSkipped }: MarksProps) {
  const client = useClient();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const asks = useMarkState((state) => state.asks);
  const nameAnnotator = useAppState((state) => state.show);
  useCommands(
    'review.marks',
    useMemo(
      () => [
        {
          id: 'review.flag',
          name: 'Flag for the lead',
          keys: ['Shift+M'],
          group: 'Review',
          run: () => askFor('flag'),
        },
      ],
      [],
    ),
  );
  const itemKey = queries.items.get.queryKey({ input: { id } });
  const item = useQuery({
    ...queries.items.get.queryOptions({ input: { id } }),
    enabled: asks === 'flag',
  }).data;

  const isNameless = asks !== null && annotator === '';
  useEffect(() => {
    if (!isNameless) return;
    askFor(null);
    nameAnnotator('annotator');
  }, [isNameless, nameAnnotator]);

  if (asks === null || isNameless) return null;

  const skip = async (reason: string) => {
    close();
    if (queue === null) return;
    // The next one shows at once; the list says so when it is on disk.
    onSkipped();
    const result = await acts.other(id, annotator, () =>
      client.review.skip({ id, queue, annotator, reason }),
    );
    if (result.ok) markSkipped(queryClient, id, true);
  };
  const keepFlags = async (send: () => Promise<{ readonly flags: Flag[] }>, said: string) => {
    close();
    const result = await acts.other(id, annotator, send);
    if (!result.ok) return;
    queryClient.setQueryData(itemKey, (known: Item | undefined) =>
      known === undefined ? known : { ...known, flags: result.value.flags },
    );
    announce(said);
  };

  if (asks === 'skip') return <SkipDialog onSkip={(reason) => void skip(reason)} onClose={close} />;
  if (item === undefined) return null;
  return (
    <FlagDialog
      flags={isBlind ? item.flags.filter((flag) => flag.annotator === annotator) : item.flags}
      annotator={annotator}
      onFlag={(note) =>
        void keepFlags(
          () => client.review.flag({ id, annotator, note }),
          note === null ? 'The flag is taken back.' : 'Flagged for the lead.',
        )
      }
      onResolve={(flaggedBy, resolution) =>
        void keepFlags(
          () => client.review.resolveFlag({ id, annotator, flaggedBy, resolution }),
          `The flag of ${flaggedBy} is settled.`,
        )
      }
      onClose={close}
    />
  );
}
