import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { paths } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { formatPlural } from '../../ui/format.ts';
import styles from './weekly.module.css';

/** No interaction has a time, or there are none at all. */
export function NoWeeks({ withoutTime }: { readonly withoutTime: number }) {
  const [, navigate] = useLocation();
  const toImport = (
    <Button variant="primary" command="go.import" onPress={() => navigate(paths.import)}>
      Import
    </Button>
  );
  if (withoutTime === 0)
    return (
      <Empty title="No interactions yet" actions={toImport}>
        A week is reviewed by the interactions that were logged in it. Import some with their times first.
      </Empty>
    );
  return (
    <Empty
      title="The interactions have no times"
      actions={
        <>
          {toImport}
          <Button command="go.modes" onPress={() => navigate(paths.modes)}>
            Failure modes
          </Button>
        </>
      }
    >
      {formatPlural(withoutTime, 'interaction')} of this project {withoutTime === 1 ? 'says' : 'say'} nothing
      about when they were logged, so they are in no week. Import a file with a column that is mapped to the
      time; the failure modes of these are counted over all of them.
    </Empty>
  );
}

/** There are weeks, but nothing that could go up or down in them. */
export function NoRows({ hasClusters }: { readonly hasClusters: boolean }) {
  const [, navigate] = useLocation();
  const toModes = (
    <Button variant="primary" command="go.modes" onPress={() => navigate(paths.modes)}>
      Failure modes
    </Button>
  );
  if (hasClusters)
    return (
      <Empty title="Nothing to review" actions={toModes}>
        No failure mode and no proposed cluster was seen in this week or in the four before it.
      </Empty>
    );
  return (
    <Empty title="No clusters yet" actions={toModes}>
      The changes of this project are not clustered yet. Cluster them among the failure modes; then this week
      shows what is new, what grows and what shrinks.
    </Empty>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

function Empty({ title, actions, children }: EmptyProps) {
  return (
    <div className={styles['empty']}>
      <h2>{title}</h2>
      <p>{children}</p>
      <div className={styles['buttons']}>{actions}</div>
    </div>
  );
}
