import { Check, PencilLine, RotateCcw } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { Link } from 'wouter';
import type { SessionItem } from '../../../../shared/contract/context-operations.ts';
import { reviewPath } from '../../../app/routes.ts';
import styles from './neighbours.module.css';

export interface NeighbourProps {
  readonly item: Pick<SessionItem, 'id' | 'input' | 'edited' | 'labelled'> &
    Partial<Pick<SessionItem, 'requery'>>;
  readonly isOpen?: boolean;
  /** Without it the interaction opens in the review. */
  readonly onOpen: ((id: string) => void) | undefined;
  /** A second line. */
  readonly children?: ReactNode;
}

/** One interaction near the open one: the first line of its input, and what became of it. */
export function Neighbour({ item, isOpen = false, onOpen, children }: NeighbourProps) {
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    if (!isOpen && onOpen === undefined) return;
    event.preventDefault();
    if (!isOpen) onOpen?.(item.id);
  };
  return (
    <li className={styles['neighbour']}>
      <Link
        className={styles['link']}
        href={reviewPath([], item.id)}
        aria-current={isOpen ? 'true' : undefined}
        onClick={open}
      >
        <span className={styles['input']} dir="auto">
          {item.input === '' ? 'No input' : item.input}
        </span>
        <span className={styles['marks']}>
          {item.requery === undefined || item.requery === null ? null : (
            <span className={styles['requery']} title={requeryTitles[item.requery]}>
              <RotateCcw aria-hidden />
              re-query
            </span>
          )}
          {item.edited ? <PencilLine role="img" aria-label="Edited" /> : null}
          {item.labelled ? <Check role="img" aria-label="Labelled" /> : null}
        </span>
        {children}
      </Link>
    </li>
  );
}

const requeryTitles: Readonly<Record<NonNullable<SessionItem['requery']>, string>> = {
  logged: 'The log says that this asks again',
  same_input: 'Nearly the same input as the one before',
};
