import { ClusterPage } from './cluster-page.tsx';
import { Examples } from './examples.tsx';
import type { Opened } from './modes-address.ts';
import { ModePage } from './mode-page.tsx';
import styles from './opened.module.css';
import { RunDifferencePage } from './run-difference.tsx';
import type { ModeActs } from './use-mode-acts.ts';
import type { ModesList } from './use-modes-list.ts';

export interface OpenedPaneProps {
  readonly opened: Opened;
  readonly list: ModesList;
  readonly acts: ModeActs;
  readonly isReadOnly: boolean;
}

const unclassified = { kind: 'unclassified' } as const;

/** The page of what is open beside the list. */
export function OpenedPane({ opened, list, acts, isReadOnly }: OpenedPaneProps) {
  const shared = { list, acts, isReadOnly };
  if (opened.kind === 'mode') return <ModePage key={opened.id} id={opened.id} {...shared} />;
  if (opened.kind === 'cluster') return <ClusterPage key={opened.id} id={opened.id} {...shared} />;
  if (opened.kind === 'difference') return <RunDifferencePage isReadOnly={isReadOnly} />;
  return (
    <article className={styles['page']} aria-label="Unclassified changes">
      <div className={styles['head']}>
        <h2 className={styles['name']}>Unclassified</h2>
      </div>
      <p className={styles['hint']}>
        Changes that are in no cluster and have no failure mode. Move those that you recognise to a failure
        mode; others that are like them follow.
      </p>
      <Examples
        subject={unclassified}
        modes={list.modes}
        acts={acts}
        isReadOnly={isReadOnly}
        known={list.unclassified}
      />
    </article>
  );
}
