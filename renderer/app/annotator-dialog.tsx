import { useState } from 'react';
import { useSettings } from '../api/use-settings.ts';
import { useAppState } from '../state/app-state.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';

/** Asks under which name labels and edits are kept. */
export function AnnotatorDialog() {
  const isOpen = useAppState((state) => state.openDialog === 'annotator');
  const { settings } = useSettings();
  return isOpen && settings !== undefined ? <AnnotatorForm current={settings.annotator} /> : null;
}

function AnnotatorForm({ current }: { readonly current: string }) {
  const show = useAppState((state) => state.show);
  const { update } = useSettings();
  const [name, setName] = useState(current);
  const isUsable = name.trim() !== '' && name.trim().length <= 100;
  const close = () => show(null);
  const save = () => {
    if (!isUsable) return;
    update({ annotator: name.trim() });
    close();
  };
  return (
    <Dialog
      title="Annotator"
      isOpen
      onClose={close}
      actions={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button variant="primary" isDisabled={!isUsable} onPress={save}>
            Use this name
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        autoFocus
        value={name}
        onChange={setName}
        maxLength={100}
        hint="Your labels and edits are kept under this name. Those made before keep the name they were made under."
        onEnter={save}
      />
    </Dialog>
  );
}
