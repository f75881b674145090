import { useMutation } from '@tanstack/react-query';
import type { Source } from '../../../shared/contract/import-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { dropStartedImportOf } from '../../state/started-imports.ts';
import { showToast } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { addedSentence } from './import-outcome.ts';

export interface UndoImportDialogProps {
  readonly source: Source;
  readonly onClose: () => void;
}

/** Asks before an import is taken back, and again where people's labels or edits would go with it. */
export function UndoImportDialog({ source, onClose }: UndoImportDialogProps) {
  const queries = useQueries();
  const undo = useMutation(
    queries.imports.undo.mutationOptions({
      onSuccess: (removed) => {
        showToast(
          `Took back ${source.name}: ${formatPlural(removed.interactions, 'interaction')} and ${formatPlural(removed.edits, 'edit')} removed`,
        );
        dropStartedImportOf(source.id);
        onClose();
      },
    }),
  );
  const added = addedSentence(source);
  const failure = undo.error === null ? null : failureOf(undo.error);
  const isRefused = failure?.code === 'SOURCE_HAS_LABELS';
  return (
    <Dialog
      title={`Undo the import of ${source.name}`}
      isOpen
      isAlert
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Keep it</Button>
          <Button
            variant="danger"
            isDisabled={undo.isPending}
            onPress={() => undo.mutate({ sourceId: source.id, force: isRefused })}
          >
            {isRefused ? 'Undo it with the labels and edits' : 'Undo the import'}
          </Button>
        </>
      }
    >
      <p>
        This removes exactly what the import brought: {formatPlural(source.imported, 'interaction')}
        {added === null ? '' : `, and ${added}`}. The file itself stays where it is and can be imported again.
      </p>
      {failure === null ? null : <Notice tone={isRefused ? 'caution' : 'error'}>{failure.message}</Notice>}
    </Dialog>
  );
}
