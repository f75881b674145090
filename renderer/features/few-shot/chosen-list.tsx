import { useEffect, useRef } from 'react';
import type { FewShotChoice } from '../../../shared/contract/few-shot-operations.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatCount } from '../../ui/format.ts';
import styles from './chosen-list.module.css';
import { percent } from './few-shot-texts.ts';

export interface ChosenListProps {
  readonly choice: FewShotChoice;
  /** Of the counter-examples, which stand first, and the examples. */
  readonly index: number;
  readonly onGoTo: (index: number) => void;
}

/** What was chosen, in the order in which it is written, each with what it covers. */
export function ChosenList({ choice, index, onGoTo }: ChosenListProps) {
  const { counters, examples, measured } = choice;
  const list = useRef<HTMLDivElement>(null);
  const count = counters.length + examples.length;
  useEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  const most = Math.max(1, ...examples.map(({ covers }) => covers));
  const row = (at: number, id: string, content: React.ReactNode) => (
    // The list has the keys; this is for the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      key={id}
      id={idOf(at)}
      role="option"
      tabIndex={-1}
      className={styles['row']}
      aria-selected={at === index}
      aria-setsize={count}
      aria-posinset={at + 1}
      onClick={() => onGoTo(at)}
    >
      <span className={styles['place']}>{at + 1}</span>
      {content}
    </div>
  );
  return (
    <div
      ref={list}
      className={styles['list']}
      role="listbox"
      aria-label="Chosen examples"
      aria-activedescendant={idOf(index)}
      tabIndex={0}
    >
      {counters.map(({ id, input, mode, tokens }, at) =>
        row(
          at,
          `${id} ${mode.id}`,
          <div className={styles['texts']}>
            <p className={styles['input']} dir="auto">
              {input}
            </p>
            <p className={styles['about']}>
              <Badge tone="negative">Counter-example</Badge> <bdi>{mode.name}</bdi>, {formatCount(tokens)}{' '}
              tokens
            </p>
          </div>,
        ),
      )}
      {examples.map(({ id, input, covers, quality, tokens, group, loss }, at) =>
        row(
          counters.length + at,
          id,
          <div className={styles['texts']}>
            <p className={styles['input']} dir="auto">
              {input}
            </p>
            <div className={styles['cover']}>
              <span className={styles['track']} aria-hidden>
                <span className={styles['bar']} style={{ width: `${(100 * covers) / most}%` }} />
              </span>
              <span className={styles['about']}>
                nearest to {formatCount(covers)} of {formatCount(measured)}
              </span>
            </div>
            <p className={styles['about']}>
              Quality {percent(quality)}, {formatCount(tokens)} tokens, {percent(loss)} lost without it
              {group === null ? null : (
                <>
                  , <bdi>{group}</bdi>
                </>
              )}
            </p>
          </div>,
        ),
      )}
    </div>
  );
}

function idOf(at: number): string {
  return `few-shot-${at}`;
}
