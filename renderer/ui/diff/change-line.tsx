import type { Change } from '../../../shared/contract/cluster-operations.ts';
import styles from './change-line.module.css';
import { lastPart, outerParts } from './cut-text.ts';
import diffStyles from './diff-view.module.css';
import { MarkedText } from './marked-text.tsx';

export interface ChangeLineProps {
  readonly change: Pick<Change, 'before' | 'removed' | 'added' | 'after' | 'comments'>;
  /** Shows all of it, in as many lines as it takes; else one line with the change in sight. */
  readonly isExpanded?: boolean;
}

/**
 * One change in its context: what was removed struck out, what was added underlined. Of an output that failed without an
 * edit, its text. What was said of it stands behind or, expanded, below it.
 */
export function ChangeLine({ change, isExpanded = false }: ChangeLineProps) {
  const { before, removed, added, after, comments } = change;
  return (
    <div className={isExpanded ? styles['whole'] : styles['line']} data-expanded={isExpanded || undefined}>
      <span dir="auto">
        <span className={styles['context']}>{isExpanded ? before : lastPart(before, beforeUnits)}</span>
        {removed === '' ? null : (
          <del className={diffStyles['removed']} data-blank={isBlank(removed) || undefined}>
            <Side text={isExpanded ? removed : outerParts(removed, sideUnits)} />
          </del>
        )}
        {added === '' ? null : (
          <ins className={diffStyles['added']} data-blank={isBlank(added) || undefined}>
            <Side text={isExpanded ? added : outerParts(added, sideUnits)} />
          </ins>
        )}
        <span className={styles['context']}>{isExpanded ? after : after.replaceAll(/\s+/g, ' ')}</span>
      </span>
      {comments.map((comment, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- two people may say the same
        <q key={index} className={styles['comment']} dir="auto">
          {comment}
        </q>
      ))}
    </div>
  );
}

/** So that a line of some 90 characters holds both sides and the start of what follows. */
const beforeUnits = 32;
const sideUnits = 48;

function Side({ text }: { readonly text: string }) {
  return <MarkedText pieces={[{ text, emphasis: false }]} at={0} colours={null} />;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
