import { useQuery } from '@tanstack/react-query';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useLocation } from 'wouter';
import type { MeasurementLevel } from '../../../shared/domain/agreement/measurement-level.ts';
import type { Question } from '../../../shared/domain/schema/label-schema.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useCommands } from '../../app/key-map.ts';
import { reviewPath } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import type { Cell, Pair } from './agreement-address.ts';
import styles from './agreement.module.css';
import { answerName } from './answer-names.ts';
import { cellFilter } from './cell-filter.ts';

/** Enough to see what the disagreement is about; all of them are listed in the review. */
const mostItems = 100;

export interface CellItemsProps {
  readonly question: string;
  readonly asked: Question | undefined;
  readonly level: MeasurementLevel | null;
  readonly pair: Pair;
  readonly cell: Cell;
}

/** The interactions behind one cell of the confusion matrix; one opens in the review, among the others of the cell. */
export function CellItems({ question, asked, level, pair, cell }: CellItemsProps) {
  const [, navigate] = useLocation();
  const queries = useQueries();
  const found = useQuery(
    queries.agreement.cellItems.queryOptions({
      input: { question, pair: [...pair], ...cell, limit: mostItems, ...(level === null ? {} : { level }) },
      staleTime: 0,
    }),
  );
  const items = found.data?.items ?? [];
  const filter = cellFilter(question, pair, cell);
  const openAll = () => navigate(reviewPath(filter ?? []));
  const canOpenAll = filter !== null && items.length > 0;
  useCommands('agreement-cell', [
    {
      id: 'agreement.open-cell',
      name: 'Open the items of the cell in the review',
      group: 'Agreement',
      keys: ['o'],
      enabled: canOpenAll,
      run: openAll,
    },
  ]);
  const hasMore = found.data !== undefined && found.data.nextAfter !== null;
  const who = `${pair[0]}: ${answerName(asked, cell.first)}. ${pair[1]}: ${answerName(asked, cell.second)}.`;
  return (
    <Section
      title="Items of the cell"
      hint={`${who} ${found.data === undefined ? 'Looking for them…' : hasMore ? `The first ${mostItems} are listed.` : formatPlural(items.length, 'item')}`}
      actions={
        <Button command="agreement.open-cell" isDisabled={!canOpenAll} onPress={openAll}>
          Open in the review
        </Button>
      }
    >
      {found.error === null ? null : <Notice tone="error">{failureOf(found.error).message}</Notice>}
      <ListBox
        className={styles['items'] ?? ''}
        aria-label="Items of the cell"
        items={items}
        data-items
        renderEmptyState={() => (found.data === undefined ? '' : 'No interaction has these two answers.')}
        onAction={(id) => navigate(reviewPath(filter ?? [], String(id)))}
      >
        {({ output, input }) => (
          <ListBoxItem textValue={output} className={styles['item'] ?? ''}>
            <span className={styles['output']}>{output === '' ? 'Empty output' : output}</span>
            {input === '' ? null : <span className={styles['input']}>{input}</span>}
          </ListBoxItem>
        )}
      </ListBox>
    </Section>
  );
}
