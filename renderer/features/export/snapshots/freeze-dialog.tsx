import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SnapshotState } from '../../../../shared/contract/snapshot-operations.ts';
import { failureOf } from '../../../api/failure.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { showToast } from '../../../state/toasts.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { fileName, formatPlural } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';

export interface FreezeDialogProps {
  readonly snapshot: SnapshotState;
  readonly onClose: () => void;
}

/** Asks before a test set is set aside for ever. */
export function FreezeDialog({ snapshot, onClose }: FreezeDialogProps) {
  const queries = useQueries();
  const queryClient = useQueryClient();
  const freeze = useMutation(
    queries.snapshots.freeze.mutationOptions({
      onSuccess: () => {
        showToast(`The ${part} set of ${fileName(snapshot.path)} is frozen`);
        void queryClient.invalidateQueries({ queryKey: queries.snapshots.key() });
        void queryClient.invalidateQueries({ queryKey: queries.exports.preview.key() });
        onClose();
      },
    }),
  );
  const { test, validation } = snapshot.manifest.counts;
  const part = test === undefined ? 'validation' : 'test';
  const rows = test ?? validation;
  if (rows === 0) return <NothingToFreeze onClose={onClose} />;
  return (
    <Dialog
      title={`Freeze the ${part} set for ever?`}
      isOpen
      isAlert
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            Do not freeze
          </Button>
          <Button
            variant="danger"
            isDisabled={freeze.isPending}
            onPress={() => freeze.mutate({ id: snapshot.id })}
          >
            Freeze for ever
          </Button>
        </>
      }
    >
      <p>
        {formatPlural(rows, 'row')} of {fileName(snapshot.path)} will never be in the training or validation
        part of a later export, nor will interactions with the same input. This cannot be undone.
      </p>
      {freeze.error === null ? null : <Notice tone="error">{failureOf(freeze.error).message}</Notice>}
    </Dialog>
  );
}

function NothingToFreeze({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      title="There is nothing to freeze"
      isOpen
      onClose={onClose}
      actions={
        <Button autoFocus onPress={onClose}>
          Close
        </Button>
      }
    >
      <p>
        All its rows are training rows. Hold a test set out in the recipe, export again, and freeze that one.
      </p>
    </Dialog>
  );
}
