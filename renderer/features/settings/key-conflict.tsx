import type { Conflict } from '../../app/keys/key-conflicts.ts';
import { Button } from '../../ui/button.tsx';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import styles from './keys-screen.module.css';

export interface KeyConflictProps {
  readonly keys: string;
  readonly conflicts: readonly Conflict[];
  readonly onTake: () => void;
  readonly onAgain: () => void;
}

/** What a recorded key means already, and who would lose it. */
export function KeyConflict({ keys, conflicts, onTake, onAgain }: KeyConflictProps) {
  const isAnswer = conflicts.some(({ id }) => id === null);
  return (
    <>
      <div className={styles['recorder']} role="status">
        <KeyHint keys={keys} />
        <ul className={styles['conflicts']}>
          {conflicts.map((conflict) => (
            <li key={`${conflict.id} ${conflict.name} ${conflict.keys}`}>
              {conflict.id === null ? (
                <>
                  <KeyHint keys={conflict.keys} /> answers “{conflict.name}” in this project. Its key is set
                  in the label schema.
                </>
              ) : (
                <>
                  “{conflict.name}” would lose <KeyHint keys={conflict.keys} />.
                </>
              )}
            </li>
          ))}
        </ul>
      </div>
      <div className={styles['buttons']}>
        <Button autoFocus={isAnswer} onPress={onAgain}>
          Record another key
        </Button>
        {isAnswer ? null : (
          <Button variant="primary" autoFocus onPress={onTake}>
            Take the key
          </Button>
        )}
      </div>
    </>
  );
}
