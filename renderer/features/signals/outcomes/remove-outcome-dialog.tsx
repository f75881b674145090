import type { OutcomeDefinition } from '../../../../shared/domain/signals/settings.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

export interface RemoveOutcomeDialogProps {
  readonly outcome: OutcomeDefinition;
  readonly isPending: boolean;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** Asks before it is forgotten how an outcome is read. */
export function RemoveOutcomeDialog({ outcome, isPending, onRemove, onClose }: RemoveOutcomeDialogProps) {
  return (
    <Dialog
      title={`Remove the definition of “${outcome.name}”`}
      isOpen
      isAlert
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            Keep it
          </Button>
          <Button variant="danger" isDisabled={isPending} onPress={onRemove}>
            Remove it
          </Button>
        </>
      }
    >
      <p>
        What was logged stays in the project. It is read by defaults then: what is not logged is not known,
        and nothing may still come.
      </p>
    </Dialog>
  );
}
