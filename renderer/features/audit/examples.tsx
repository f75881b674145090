import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useLocation } from 'wouter';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { reviewPath } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { formatMoment } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './audit.module.css';
import type { ChosenCell } from './coverage.tsx';

/** Enough to see what is meant. */
const mostExamples = 20;

export interface ExamplesProps {
  readonly cell: ChosenCell;
  readonly has: boolean;
  readonly onHas: (has: boolean) => void;
  readonly onLeave: () => void;
}

/** Some interactions of a cell of the matrix; one opens in the review. */
export function Examples({ cell: { row, column }, has, onHas, onLeave }: ExamplesProps) {
  const [, navigate] = useLocation();
  const queries = useQueries();
  const isSilent = column.signal === null;
  // Of those without any signal, others are those with one.
  const hasSignal = isSilent ? !has : has;
  const found = useQuery({
    ...queries.audit.examples.queryOptions({
      input: { group: row.group ?? {}, signal: column.signal, has: hasSignal, limit: mostExamples },
    }),
    enabled: row.group !== null,
    placeholderData: keepPreviousData,
  });
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    const first = pane.current?.querySelector<HTMLElement>('[role="listbox"]');
    if (found.data !== undefined && !found.isPlaceholderData) first?.focus();
  }, [found.data, found.isPlaceholderData]);
  const what = isSilent
    ? hasSignal
      ? 'With any signal'
      : 'Without any signal'
    : `${has ? 'With' : 'Without'} “${column.name}”`;
  return (
    <aside
      ref={pane}
      className={styles['pane']}
      aria-label="Examples"
      aria-busy={found.isFetching || undefined}
    >
      <div className={styles['paneHead']}>
        <div className={styles['paneTitles']}>
          <h3 className={styles['paneTitle']}>{what}</h3>
          <p className={styles['detail']} title={row.name}>
            {row.name}
          </p>
        </div>
        <Button command="audit.other" isDisabled={row.group === null} onPress={() => onHas(!has)}>
          {has ? 'Without' : 'With'}
        </Button>
        <Button command="audit.leave" onPress={onLeave}>
          Close
        </Button>
      </div>
      {found.error === null ? null : <Notice tone="error">{failureOf(found.error).message}</Notice>}
      {row.group === null ? (
        <p className={styles['paneHint']}>
          These are groups with few interactions each, summed up; examples are shown of single groups.
        </p>
      ) : (
        <ListBox
          className={styles['examples'] ?? ''}
          aria-label={`Interactions: ${what}`}
          items={found.data ?? []}
          renderEmptyState={() => (
            <p className={styles['paneHint']}>{found.data === undefined ? 'Looking…' : 'There are none.'}</p>
          )}
          onAction={(id) => navigate(reviewPath([], String(id)))}
        >
          {({ input, output, createdAt }) => (
            <ListBoxItem
              textValue={output === '' ? 'Empty output' : output}
              className={styles['example'] ?? ''}
            >
              <span className={styles['output']}>{output === '' ? 'Empty output' : output}</span>
              {input === '' ? null : <span className={styles['input']}>{input}</span>}
              <span className={styles['detail']}>
                {createdAt === null ? 'No time' : formatMoment(createdAt)}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      )}
    </aside>
  );
}
