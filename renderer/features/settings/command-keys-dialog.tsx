import { useState } from 'react';
import type { KeySettings } from '../../../shared/domain/keys/key-settings.ts';
import {
  type Conflict,
  conflictsOf,
  type KeyedCommand,
  keysOfSet,
  type TakenKey,
  withKeys,
  withoutChange,
} from '../../app/keys/key-conflicts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import { KeyConflict } from './key-conflict.tsx';
import styles from './keys-screen.module.css';
import { useKeyRecorder } from './use-key-recorder.ts';

export interface CommandKeysDialogProps {
  readonly command: KeyedCommand;
  readonly all: readonly KeyedCommand[];
  readonly taken: readonly TakenKey[];
  readonly settings: KeySettings;
  readonly onChange: (settings: KeySettings) => void;
  readonly onClose: () => void;
}

type Step =
  | { readonly kind: 'keys' }
  | { readonly kind: 'recording' }
  | { readonly kind: 'conflict'; readonly keys: string; readonly conflicts: readonly Conflict[] };

/** The keys of one command: take one away, record another, or go back to those of the set. */
export function CommandKeysDialog(props: CommandKeysDialogProps) {
  const { command, all, taken, settings, onChange, onClose } = props;
  const [step, setStep] = useState<Step>({ kind: 'keys' });
  const toKeys = () => setStep({ kind: 'keys' });
  const add = (keys: string, conflicts: readonly Conflict[]) => {
    onChange(withKeys(settings, command, [...command.keys.filter((key) => key !== keys), keys], conflicts));
    toKeys();
  };
  const hear = (keys: string) => {
    const conflicts = conflictsOf(command, keys, all, taken);
    if (conflicts.length === 0) add(keys, []);
    else setStep({ kind: 'conflict', keys, conflicts });
  };
  const record = () => setStep({ kind: 'recording' });
  return (
    <Dialog title={command.name} isOpen size="medium" onClose={onClose}>
      {step.kind === 'recording' ? (
        <Recorder inTextFields={command.inTextFields} onRecorded={hear} onCancel={toKeys} />
      ) : step.kind === 'conflict' ? (
        <KeyConflict
          keys={step.keys}
          conflicts={step.conflicts}
          onTake={() => add(step.keys, step.conflicts)}
          onAgain={record}
        />
      ) : (
        <>
          <ul className={styles['ownKeys']} aria-label="Keys">
            {command.keys.length === 0 ? <li className={styles['noKey']}>No key</li> : null}
            {command.keys.map((keys) => (
              <li key={keys} className={styles['ownKey']}>
                <KeyHint keys={keys} />
                <Button
                  variant="quiet"
                  aria-label={`Take ${keys} away`}
                  onPress={() =>
                    onChange(
                      withKeys(
                        settings,
                        command,
                        command.keys.filter((key) => key !== keys),
                        [],
                      ),
                    )
                  }
                >
                  Take away
                </Button>
              </li>
            ))}
          </ul>
          <div className={styles['buttons']}>
            {command.isChanged ? (
              <Button onPress={() => onChange(withoutChange(settings, command.id))}>
                <ResetName keys={keysOfSet(settings, command.id)} />
              </Button>
            ) : null}
            <Button onPress={onClose}>Close</Button>
            <Button variant="primary" autoFocus onPress={record}>
              Record a key
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function ResetName({ keys }: { readonly keys: readonly string[] }) {
  return <>Back to {keys.length === 0 ? 'no key' : keys.map((key) => <KeyHint key={key} keys={key} />)}</>;
}

interface RecorderProps {
  readonly inTextFields: boolean;
  readonly onRecorded: (keys: string) => void;
  readonly onCancel: () => void;
}

function Recorder({ inTextFields, onRecorded, onCancel }: RecorderProps) {
  const { keys, problem } = useKeyRecorder(inTextFields, onRecorded);
  return (
    <>
      <div className={styles['recorder']} role="status">
        {keys === null ? (
          <span>Press the key. Two or three after each other make a sequence; Escape stops.</span>
        ) : (
          <KeyHint keys={keys} />
        )}
        {problem === null ? null : <p className={styles['problem']}>{problem}</p>}
      </div>
      <div className={styles['buttons']}>
        {/* Holds the focus while every key belongs to the recorder; the pointer can still stop it. */}
        <Button autoFocus onPress={onCancel}>
          Stop recording
        </Button>
      </div>
    </>
  );
}
