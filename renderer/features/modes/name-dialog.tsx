import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface NameDialogProps {
  readonly title: string;
  /** What the confirming button says. */
  readonly confirm: string;
  /** To begin with, all of it selected. */
  readonly name?: string;
  readonly hint?: string;
  readonly onName: (name: string) => void | Promise<void>;
  readonly onClose: () => void;
}

/** Asks for the name of a failure mode. */
export function NameDialog({ title, confirm, name = '', hint, onName, onClose }: NameDialogProps) {
  const [text, setText] = useState(name);
  const [isTried, setTried] = useState(false);
  const save = () => {
    setTried(true);
    if (text.trim() !== '') void onName(text.trim());
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" keys="Enter" onPress={save}>
            {confirm}
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        autoFocus
        maxLength={200}
        value={text}
        onChange={setText}
        onEnter={save}
        onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()}
        problem={isTried && text.trim() === '' ? 'Give it a name.' : undefined}
        {...(hint === undefined ? {} : { hint })}
      />
    </Dialog>
  );
}
