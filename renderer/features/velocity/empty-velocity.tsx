import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { paths } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { formatPlural } from '../../ui/format.ts';
import styles from './velocity.module.css';

export interface EmptyVelocityProps {
  readonly withoutTime: number;
  /** Whether any interaction is left by the filters. */
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

/** No week to show: nothing is there, nothing has a time, or the filters leave nothing. */
export function EmptyVelocity({ withoutTime, isFiltered, onClear }: EmptyVelocityProps) {
  const [, navigate] = useLocation();
  const toImport = (
    <Button variant="primary" command="go.import" onPress={() => navigate(paths.import)}>
      Import
    </Button>
  );
  if (isFiltered)
    return (
      <Empty
        title="No interactions here"
        actions={
          <Button variant="primary" onPress={onClear}>
            Show everything
          </Button>
        }
      >
        No interaction is of this time and these values. Choose others, or show everything.
      </Empty>
    );
  if (withoutTime > 0)
    return (
      <Empty title="The interactions have no times" actions={toImport}>
        {formatPlural(withoutTime, 'interaction')} of this project {withoutTime === 1 ? 'says' : 'say'}{' '}
        nothing about when they were logged, so they are in no week. Import a file with a column that is
        mapped to the time.
      </Empty>
    );
  return (
    <Empty title="No interactions yet" actions={toImport}>
      Whether the flywheel spins is seen from week to week. Import interactions with their times, and with
      what people did with the outputs.
    </Empty>
  );
}

/** There are weeks, but nothing is known of what people did. */
export function NoSignalsKnown() {
  const [, navigate] = useLocation();
  return (
    <Empty
      title="No signals are known"
      actions={
        <Button variant="primary" command="go.import" onPress={() => navigate(paths.import)}>
          Import
        </Button>
      }
    >
      The interactions say nothing about what people did with the outputs, so there is nothing to follow. Log
      edits first: they say most. Then import a file with the final text, or with actions and outcomes.
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
