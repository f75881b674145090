import { memo } from 'react';
import type { Change, ChangeSubject } from '../../../shared/contract/cluster-operations.ts';
import { ChangeLine } from '../../ui/diff/change-line.tsx';
import styles from './opened.module.css';

export interface ExampleCardProps {
  readonly change: Change;
  readonly isCurrent: boolean;
  /** What was said of it just now. */
  readonly said: string | null;
  readonly subject: ChangeSubject;
  readonly onSelect: () => void;
}

/** One change in its context, and why it is here. */
export const ExampleCard = memo(function ExampleCard(props: ExampleCardProps) {
  const { change, isCurrent, said, subject, onSelect } = props;
  const about = aboutOf(change, subject);
  return (
    // The keys of the screen act on it wherever the focus is; a click chooses it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <div
      className={styles['example']}
      role="group"
      aria-label="Example"
      aria-current={isCurrent || undefined}
      tabIndex={isCurrent ? 0 : -1}
      data-example={change.interactionId}
      data-current-example={isCurrent || undefined}
      data-said={said ?? undefined}
      onClick={onSelect}
    >
      <div className={styles['exampleText']}>
        <ChangeLine change={textOf(change)} isExpanded />
      </div>
      {change.comments.map((comment, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- two people may say the same
        <q key={index} className={styles['comment']} dir="auto">
          {comment}
        </q>
      ))}
      <p className={styles['reason']}>
        {said === null ? null : <strong className={styles['said']}>{said}</strong>}
        {about}
      </p>
    </div>
  );
}, isSame);

/** What a click does may be another function, and does the same. */
function isSame(before: ExampleCardProps, after: ExampleCardProps): boolean {
  return (
    before.change === after.change &&
    before.isCurrent === after.isCurrent &&
    before.said === after.said &&
    before.subject === after.subject
  );
}

/** Without its comments, which are never cut off; a whole output needs no blank lines to be known again. */
function textOf(change: Change): Change {
  const { before, place } = change;
  return { ...change, comments: [], before: place === '' ? before.replaceAll(/\s+/g, ' ') : before };
}

const reasons = { person: 'said by a person', cluster: 'by its cluster', near: 'as the nearest' } as const;

function aboutOf(change: Change, subject: ChangeSubject): string {
  const { failureMode, how, similarity, week } = change;
  const isOwn = subject.kind === 'mode' && failureMode?.id === subject.id;
  const reason = how === null ? null : reasons[how];
  return [
    ...(failureMode === null || isOwn ? [] : [failureMode.name]),
    ...(reason === null ? [] : [reason]),
    ...(similarity === null ? [] : [`similarity ${similarity.toFixed(2)}`]),
    ...(week === null ? [] : [week]),
    ...(change.place === '' ? ['the whole output'] : []),
  ].join(' · ');
}
