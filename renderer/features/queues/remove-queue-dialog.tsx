import { useMutation } from '@tanstack/react-query';
import type { Queue } from '../../../shared/contract/queue-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { showToast } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';

export interface RemoveQueueDialogProps {
  readonly queue: Queue;
  readonly onClose: () => void;
}

/** Asks before a queue is deleted; its order and what was skipped in it do not come back. */
export function RemoveQueueDialog({ queue, onClose }: RemoveQueueDialogProps) {
  const queries = useQueries();
  const remove = useMutation(
    queries.queues.delete.mutationOptions({
      onSuccess: () => {
        showToast(`Deleted the queue “${queue.name}”`);
        onClose();
      },
    }),
  );
  return (
    <Dialog
      title={`Delete “${queue.name}”?`}
      isOpen
      isAlert
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="danger"
            autoFocus
            isDisabled={remove.isPending}
            onPress={() => remove.mutate({ id: queue.id })}
          >
            Delete the queue
          </Button>
        </>
      }
    >
      <p>Every label stays. The order, and what annotators skipped in it, are forgotten.</p>
      {remove.error === null ? null : <Notice tone="error">{failureOf(remove.error).message}</Notice>}
    </Dialog>
  );
}
