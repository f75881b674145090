import { Button } from '../../ui/button.tsx';
import styles from './opened.module.css';
import type { ExampleActions } from './use-example-commands.ts';

export interface ExampleToolsProps {
  readonly actions: ExampleActions;
  readonly isMode: boolean;
  readonly isReadOnly: boolean;
}

/** What can be done with the current example, always in the same place. */
export function ExampleTools({ actions, isMode, isReadOnly }: ExampleToolsProps) {
  const { hasCurrent, canMove, canSay } = actions;
  return (
    <div className={styles['exampleTools']} role="group" aria-label="The current example">
      <Button command="modes.example.open" isDisabled={!hasCurrent} onPress={actions.open}>
        Open
      </Button>
      {isReadOnly || !isMode ? null : (
        <>
          <Button command="modes.example.like" isDisabled={!canSay} onPress={actions.like}>
            Like this
          </Button>
          <Button command="modes.example.unlike" isDisabled={!canSay} onPress={actions.unlike}>
            Not like this
          </Button>
        </>
      )}
      {isReadOnly ? null : (
        <Button command="modes.example.move" isDisabled={!canMove} onPress={actions.move}>
          Move
        </Button>
      )}
      <Button command="modes.example.similar" isDisabled={!hasCurrent} onPress={actions.similar}>
        More like this
      </Button>
    </div>
  );
}
