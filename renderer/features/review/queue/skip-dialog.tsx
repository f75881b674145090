import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './skip-dialog.module.css';

export interface SkipDialogProps {
  readonly onSkip: (reason: string) => void;
  readonly onClose: () => void;
}

/** The usual reasons, each with its place as its key. */
const reasons = [
  'Not enough context to judge it',
  'I cannot decide',
  'The text is broken or empty',
  'I do not read this language',
  'It should not be labelled',
] as const;

/** Asks why an interaction is left out: one number key, or words of one's own. */
export function SkipDialog({ onSkip, onClose }: SkipDialogProps) {
  const [text, setText] = useState('');
  const written = text.trim();
  return (
    <Dialog
      title="Skip: why?"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={written === ''} onPress={() => onSkip(written)}>
            Skip
          </Button>
        </>
      }
    >
      <ul className={styles['reasons']}>
        {reasons.map((reason, index) => (
          <li key={reason}>
            <Button
              variant="quiet"
              className={styles['reason'] ?? ''}
              keys={String(index + 1)}
              onPress={() => onSkip(reason)}
            >
              {reason}
            </Button>
          </li>
        ))}
      </ul>
      <TextField
        label="Another reason"
        autoFocus
        maxLength={2000}
        value={text}
        onChange={setText}
        hint="The interaction does not come again in this queue. Undo brings it back."
        onKeyDown={(event) => {
          // A number in an empty field is the key of a reason; behind other words it is a number.
          const reason = text === '' ? reasons[Number(event.key) - 1] : undefined;
          if (reason === undefined) return;
          event.preventDefault();
          onSkip(reason);
        }}
        onEnter={() => {
          if (written !== '') onSkip(written);
        }}
      />
    </Dialog>
  );
}
