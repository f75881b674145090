import { Plus } from 'lucide-react';
import { useLocation } from 'wouter';
import { paths } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { formatMoment, formatPlural } from '../../ui/format.ts';
import { jobShare } from '../../ui/job-progress.ts';
import { Progress } from '../../ui/progress.tsx';
import { percent } from './mode-texts.ts';
import styles from './modes.module.css';
import type { Clustering } from './use-clustering.ts';
import type { ModesList } from './use-modes-list.ts';

export interface ModesHeadProps {
  readonly clustering: Clustering;
  readonly list: ModesList;
  readonly isReadOnly: boolean;
  readonly onCreate: () => void;
}

/** How much there is, how much of it has a failure mode, and how old that is. */
export function ModesHead({ clustering, list, isReadOnly, onCreate }: ModesHeadProps) {
  const { job, current, isKnown } = clustering;
  const [, navigate] = useLocation();
  // Where there is nothing at all, the screen itself has the button.
  const isFirst = isKnown && current === null && list.rows.length > 0;
  return (
    <header className={styles['head']}>
      <div className={styles['titles']}>
        <h1 className={styles['title']}>Failure modes</h1>
        <p className={styles['figures']}>{figuresOf(clustering, list)}</p>
      </div>
      <Button command="go.map" onPress={() => navigate(paths.map)}>
        Map
      </Button>
      <Button command="go.coding" onPress={() => navigate(paths.coding)}>
        Open coding
      </Button>
      {isReadOnly ? null : (
        <div className={styles['headActions']}>
          {job === null ? (
            <Button
              variant={isFirst ? 'primary' : 'plain'}
              command="modes.cluster"
              isDisabled={clustering.isStarting}
              onPress={() => clustering.run()}
            >
              Cluster now
            </Button>
          ) : (
            <>
              <div className={styles['progress']}>
                <Progress
                  label={job.title}
                  done={job.done}
                  total={job.total}
                  detail={shareOfJob(jobShare(job))}
                />
              </div>
              <Button command="modes.stop" onPress={clustering.stop}>
                Cancel
              </Button>
            </>
          )}
          <Button icon={<Plus aria-hidden />} command="modes.create" onPress={onCreate}>
            New failure mode
          </Button>
        </div>
      )}
    </header>
  );
}

function figuresOf({ current, waiting, isKnown }: Clustering, list: ModesList): string {
  if (list.error !== null) return 'The figures could not be read.';
  if (!isKnown || list.isPending) return 'Counting…';
  if (current === null) return `${formatPlural(list.interactions, 'interaction')}, not clustered yet`;
  return [
    `${formatPlural(current.changes, 'change')} in ${formatPlural(list.interactions, 'interaction')}`,
    ...(current.changes === 0 ? [] : [`${percent(list.unclassified / current.changes)} unclassified`]),
    `clustered ${formatMoment(current.createdAt)}`,
    ...(waiting === 0 ? [] : [`${formatPlural(waiting, 'interaction')} new or changed since`]),
  ].join(' · ');
}

function shareOfJob(share: number | null): string {
  return share === null ? '' : `${Math.floor(100 * share)} %`;
}
