import { useLocation } from 'wouter';
import { paths } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { ModeDialogProps } from './merge-dialog.tsx';
import { belongingsText } from './mode-texts.ts';

/** Asks before a failure mode is taken out of the lists. */
export function RetireDialog({ mode, acts, onClose }: ModeDialogProps) {
  const [, navigate] = useLocation();
  const retire = async () => {
    onClose();
    const done = await acts.act(async (client, annotator) => {
      await client.modes.retire({ annotator, id: mode.id });
      return true;
    }, `Took “${mode.name}” out of the lists`);
    if (done !== null) navigate(paths.modes, { replace: true });
  };
  return (
    <Dialog
      title={`Take “${mode.name}” out of the lists?`}
      isOpen
      isAlert
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="danger" autoFocus onPress={() => void retire()}>
            Take it out
          </Button>
        </>
      }
    >
      <p>
        It has {belongingsText(mode)}. Labels that name it stay as they are; its changes are unclassified
        again. Undo brings it back.
      </p>
    </Dialog>
  );
}
