import { useState } from 'react';
import type { Flag } from '../../../../shared/contract/item-operations.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './flag-dialog.module.css';

export interface FlagDialogProps {
  readonly flags: readonly Flag[];
  readonly annotator: string;
  /** Null takes the annotator's own flag back. */
  readonly onFlag: (note: string | null) => void;
  readonly onResolve: (flaggedBy: string, resolution: string) => void;
  readonly onClose: () => void;
}

/** Asks the lead to look at the interaction, and settles what others asked. */
export function FlagDialog({ flags, annotator, onFlag, onResolve, onClose }: FlagDialogProps) {
  const own = flags.find((flag) => flag.annotator === annotator && flag.resolved === null);
  const open = flags.filter((flag) => flag.annotator !== annotator && flag.resolved === null);
  const settled = flags.filter((flag) => flag.resolved !== null);
  const [note, setNote] = useState(own?.note ?? '');
  const written = note.trim();
  const save = () => {
    if (written !== '') onFlag(written);
  };
  return (
    <Dialog
      title="Flag for the lead"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          {own === undefined ? null : <Button onPress={() => onFlag(null)}>Take the flag back</Button>}
          <Button variant="primary" isDisabled={written === ''} onPress={save}>
            {own === undefined ? 'Flag' : 'Change the note'}
          </Button>
        </>
      }
    >
      <TextField
        label={open.length === 0 ? 'What should the lead look at?' : 'Note, or what was decided'}
        autoFocus
        maxLength={2000}
        value={note}
        onChange={setNote}
        onEnter={save}
        hint="Flagged interactions are found by flagged:yes."
      />
      {open.length === 0 && settled.length === 0 ? null : (
        <ul className={styles['flags']} aria-label="Flags">
          {open.map((flag) => (
            <li key={flag.annotator} className={styles['flag']}>
              <p dir="auto">
                <strong>{flag.annotator}</strong> {flag.note}
              </p>
              <Button isDisabled={written === ''} onPress={() => onResolve(flag.annotator, written)}>
                Settle it with this note
              </Button>
            </li>
          ))}
          {settled.map((flag) => (
            <li key={flag.annotator} className={styles['flag']}>
              <p dir="auto" className={styles['settled']}>
                <strong>{flag.annotator}</strong> {flag.note} Settled by {flag.resolved?.by}:{' '}
                {flag.resolved?.resolution}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
