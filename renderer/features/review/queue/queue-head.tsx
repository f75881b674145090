import { PanelLeftClose } from 'lucide-react';
import { memo } from 'react';
import { Link } from 'wouter';
import type { Queue, QueueProgress } from '../../../../shared/contract/queue-operations.ts';
import { paths } from '../../../app/routes.ts';
import { IconButton } from '../../../ui/button.tsx';
import { formatCount } from '../../../ui/format.ts';
import { toggleList } from '../review-state.ts';
import styles from './queue-head.module.css';
import { paceText } from './queue-texts.ts';

export interface QueueHeadProps {
  readonly queue: Queue | undefined;
  readonly progress: QueueProgress | undefined;
}

/** Which queue is worked through and how far the annotator is. Its lines keep their room before they are known. */
export const QueueHead = memo(function QueueHead({ queue, progress }: QueueHeadProps) {
  return (
    <div className={styles['head']}>
      <div className={styles['names']}>
        <Link href={paths.queues} className={styles['back']} title="All queues">
          Queue
        </Link>
        <strong className={styles['name']} dir="auto">
          {queue?.name ?? '\u00a0'}
        </strong>
        {queue?.blind === true ? <span className={styles['blind']}>blind</span> : null}
        <IconButton
          icon={<PanelLeftClose aria-hidden />}
          name="Hide the list"
          command="review.list"
          onPress={toggleList}
        />
      </div>
      <p className={styles['progress']}>
        {progress === undefined ? (
          '\u00a0'
        ) : (
          <>
            <span className={styles['done']}>
              {formatCount(progress.done)} of {formatCount(progress.total)} done
            </span>
            <span className={styles['pace']}>{paceText(progress)}</span>
          </>
        )}
      </p>
      <progress
        className={styles['bar']}
        aria-label="Done of the queue"
        max={Math.max(1, progress?.total ?? 1)}
        value={progress?.done ?? 0}
      />
    </div>
  );
});
