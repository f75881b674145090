import { useLocation } from 'wouter';
import type { Agreement } from '../../../shared/contract/agreement-operations.ts';
import { paths } from '../../app/routes.ts';
import { useAppState } from '../../state/app-state.ts';
import { Button } from '../../ui/button.tsx';
import styles from './agreement.module.css';

/** Before the first label. */
export function NothingLabelled() {
  const [, navigate] = useLocation();
  return (
    <div className={styles['empty']}>
      <h2>No labels to compare yet</h2>
      <p>Answer questions in the review, or import a file that has labels of several annotators.</p>
      <div className={styles['buttons']}>
        <Button variant="primary" command="go.review" onPress={() => navigate(paths.review)}>
          Review
        </Button>
        <Button command="go.import" onPress={() => navigate(paths.import)}>
          Import
        </Button>
      </div>
    </div>
  );
}

/** Where no interaction has two labels to compare. */
export function NobodyToCompare({
  agreement,
  name,
}: {
  readonly agreement: Agreement;
  readonly name: string;
}) {
  const [, navigate] = useLocation();
  const show = useAppState((state) => state.show);
  if (agreement.labels_left_out > 0) {
    return (
      <div className={styles['empty']}>
        <h2>{`No two answers have a place on an ${agreement.level} scale`}</h2>
        <p>Choose another level: nominal compares answers of any kind.</p>
      </div>
    );
  }
  return (
    <div className={styles['empty']}>
      <h2>{`No interaction has labels of two annotators for “${name}”`}</h2>
      <p>
        Let a second person answer some of the same interactions under their own name, or import a file with a
        column for each annotator.
      </p>
      <div className={styles['buttons']}>
        <Button variant="primary" onPress={() => show('annotator')}>
          Change the annotator name…
        </Button>
        <Button command="go.import" onPress={() => navigate(paths.import)}>
          Import
        </Button>
      </div>
    </div>
  );
}
