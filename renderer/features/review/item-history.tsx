import { useQuery, useQueryClient } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { memo, useCallback, useMemo, useState } from 'react';
import type { HistoryEntry } from '../../../shared/contract/review-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useClient, useQueries } from '../../api/query-utils.ts';
import { useSettings } from '../../api/use-settings.ts';
import { useCommands } from '../../app/key-map.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatMoment } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { announce } from './review-state.ts';
import styles from './item-history.module.css';

/** Everything that people did with the open interaction, and the way back to each state. */
export function ItemHistory({ itemId }: { readonly itemId: string }) {
  const [isOpen, setOpen] = useState(false);
  const open = useCallback(() => setOpen(true), []);
  useCommands(
    'review.history',
    useMemo(
      () => [
        {
          id: 'review.history',
          name: 'History of this interaction',
          keys: ['h'],
          group: 'Review',
          run: open,
        },
      ],
      [open],
    ),
  );
  return (
    <>
      <HistoryButton onPress={open} />
      {isOpen ? <HistoryDialog itemId={itemId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

const HistoryButton = memo(function HistoryButton({ onPress }: { readonly onPress: () => void }) {
  return (
    <IconButton
      icon={<History aria-hidden />}
      name="History of this interaction"
      command="review.history"
      onPress={onPress}
    />
  );
});

function HistoryDialog({ itemId, onClose }: { readonly itemId: string; readonly onClose: () => void }) {
  const queries = useQueries();
  const client = useClient();
  const queryClient = useQueryClient();
  const { settings } = useSettings();
  const history = useQuery({
    ...queries.review.history.queryOptions({ input: { id: itemId } }),
    staleTime: 0,
  });
  const [problem, setProblem] = useState<string | null>(null);
  const annotator = settings?.annotator ?? '';

  const bringBack = async ({ eventId, description }: HistoryEntry) => {
    try {
      const item = await client.review.restore({ id: itemId, eventId, annotator });
      queryClient.setQueryData(queries.items.get.queryKey({ input: { id: itemId } }), item);
      void queryClient.invalidateQueries({ queryKey: queries.review.history.key() });
      announce(`Brought back what came of: ${description}`);
      onClose();
    } catch (error) {
      setProblem(failureOf(error).message);
    }
  };

  return (
    <Dialog
      title="History of this interaction"
      isOpen
      onClose={onClose}
      size="large"
      isReading
      actions={<Button onPress={onClose}>Close</Button>}
    >
      {problem === null ? null : <Notice tone="error">{problem}</Notice>}
      {history.error === null ? null : <Notice tone="error">{failureOf(history.error).message}</Notice>}
      {history.data?.length === 0 ? <p>Nobody has labelled or edited it in the app yet.</p> : null}
      <ol className={styles['steps']}>
        {history.data?.toReversed().map((entry) => (
          <li key={entry.eventId} className={styles['step']}>
            <div>
              <p className={entry.stands ? undefined : styles['taken']}>
                {entry.description}
                {entry.isUndo ? ' (undo)' : ''}
                {entry.stands ? '' : ' (taken back)'}
              </p>
              <p className={styles['who']}>
                {entry.annotator} · <time>{formatMoment(entry.at)}</time>
              </p>
              {entry.text === null ? null : (
                <p className={styles['text']} dir="auto">
                  {entry.text}
                </p>
              )}
            </div>
            <Button
              variant="quiet"
              isDisabled={annotator === ''}
              aria-label={`Bring back what came of: ${entry.description}`}
              onPress={() => void bringBack(entry)}
            >
              Bring back
            </Button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
