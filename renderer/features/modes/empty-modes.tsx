import { useLocation } from 'wouter';
import { paths } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import styles from './modes.module.css';
import type { Clustering } from './use-clustering.ts';

export interface EmptyModesProps {
  readonly clustering: Clustering;
  readonly isReadOnly: boolean;
}

/** Before there is anything to show: what to do, and the key that does it. */
export function EmptyModes({ clustering, isReadOnly }: EmptyModesProps) {
  const [, navigate] = useLocation();
  const { current, waiting, job } = clustering;
  const hasNothing = current !== null && current.changes === 0 && waiting === 0;
  if (hasNothing)
    return (
      <div className={styles['empty']}>
        <h2>There are no changes to look at</h2>
        <p>
          Failure modes are found in what people changed in outputs, and in outputs that they threw away,
          rated low or commented on. Import interactions with their edits or signals, or edit outputs in the
          review.
        </p>
        <div className={styles['buttons']}>
          <Button variant="primary" command="go.import" onPress={() => navigate(paths.import)}>
            Import
          </Button>
          <Button command="go.review" onPress={() => navigate(paths.review)}>
            Review
          </Button>
        </div>
      </div>
    );
  return (
    <div className={styles['empty']}>
      <h2>{job === null ? 'See what goes wrong' : 'Looking for what goes wrong'}</h2>
      <p>
        Flywheel puts changes that are alike into clusters, on this computer and without a network. You
        confirm those that are a failure mode, name them, and see how frequent each is from week to week.
      </p>
      {isReadOnly ? (
        <p>This project is open read-only. Open it for writing to cluster it.</p>
      ) : job === null ? (
        <Button
          variant="primary"
          command="modes.cluster"
          isDisabled={clustering.isStarting}
          onPress={() => clustering.run()}
        >
          Cluster now
        </Button>
      ) : (
        <p>You can go on with other work meanwhile.</p>
      )}
    </div>
  );
}
