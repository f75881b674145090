import { Button } from '../../../ui/button.tsx';
import styles from './coding.module.css';
import type { NextToCode } from './use-next-to-code.ts';

/** What to do here, and where the next interaction comes from. */
export function CodingHead({ next, canWrite }: { readonly next: NextToCode; readonly canWrite: boolean }) {
  const { queue, isKnown } = next;
  return (
    <header className={styles['head']}>
      <div className={styles['titles']}>
        <h1 className={styles['title']}>Open coding</h1>
        <p className={styles['hint']}>
          {queue === null && isKnown
            ? 'There is no random queue yet. A queue of all interactions in random order shows what goes wrong without choosing.'
            : 'Write free notes on interactions first, then put notes that say the same into one group.'}
        </p>
      </div>
      {canWrite && isKnown ? (
        <Button
          variant="primary"
          command="coding.next-item"
          onPress={() => void (queue === null ? next.make() : next.open())}
        >
          {queue === null ? 'Make a random queue' : 'Next item to code'}
        </Button>
      ) : null}
    </header>
  );
}
