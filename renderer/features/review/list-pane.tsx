import { PanelLeftClose, PanelLeftOpen, RotateCw } from 'lucide-react';
import { memo, type RefObject } from 'react';
import type { FailureMode } from '../../../shared/contract/review-operations.ts';
import type { Filter } from '../../../shared/domain/filter/filter.ts';
import type { LabelSchema } from '../../../shared/domain/schema/label-schema.ts';
import { failureOf } from '../../api/failure.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format.ts';
import { SelectionBar } from './bulk/selection-bar.tsx';
import type { ListSelection } from './bulk/use-selection.ts';
import { ItemList } from './item-list.tsx';
import { ListSearch } from './list-search.tsx';
import styles from './list-pane.module.css';
import { PaneSeparator } from './pane-separator.tsx';
import { QueueHead } from './queue/queue-head.tsx';
import type { ReviewQueue } from './queue/use-review-queue.ts';
import { paneWidth } from './pane-width.ts';
import { toggleList, useReviewState } from './review-state.ts';
import { useListCount } from './use-list-count.ts';
import type { ReviewList } from './use-review-list.ts';

export interface ListPaneProps {
  readonly list: ReviewList;
  /** The queue that is worked through; null where the list is that of the filter. */
  readonly queue: ReviewQueue | null;
  readonly filter: Filter;
  /** What is wrong with the filter in the address. */
  readonly problem: string | null;
  /** Index of the open interaction; -1 where it is not in the list. */
  readonly index: number;
  readonly annotator: string;
  readonly schema: LabelSchema;
  readonly failureModes: readonly FailureMode[];
  readonly selection: ListSelection;
  /** How many interactions are selected. */
  readonly selected: number;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly onFilter: (filter: Filter) => void;
  readonly onOpen: (id: string) => void;
}

/** The queue with its filters and how far the annotator is. Folded, it leaves a strip to open it again. */
export const ListPane = memo(function ListPane(props: ListPaneProps) {
  const { list, queue, filter, problem, index, annotator, schema, failureModes, selection, onFilter } = props;
  const isOpen = useReviewState((state) => state.listOpen);
  const width = useReviewState((state) => state.sizes.list);
  if (!isOpen)
    return (
      <aside className={styles['folded']} aria-label="List">
        <IconButton
          icon={<PanelLeftOpen aria-hidden />}
          name="Show the list"
          command="review.list"
          onPress={toggleList}
        />
      </aside>
    );
  return (
    <>
      <aside className={styles['pane']} style={paneWidth(width)} aria-label="List">
        {queue === null ? (
          <>
            <ListHead {...props} />
            <ListSearch
              filter={filter}
              onFilter={onFilter}
              annotator={annotator}
              searchField={props.searchField}
              isAlone={list.items.length === 0}
            />
          </>
        ) : (
          <QueueHead queue={queue.queue} progress={queue.progress} />
        )}
        {problem === null ? null : (
          <p className={styles['problem']} role="alert">
            {problem}{' '}
            <Button variant="quiet" onPress={() => onFilter(filter)}>
              Leave it out
            </Button>
          </p>
        )}
        {list.status === 'error' ? (
          <p className={styles['problem']} role="alert">
            {failureOf(list.error).message} <Button onPress={list.reload}>Try again</Button>
          </p>
        ) : null}
        <ItemList
          list={list}
          queue={queue?.id ?? null}
          isBlind={queue?.isBlind ?? false}
          filter={filter}
          index={index}
          schema={schema}
          failureModes={failureModes}
          selected={selection.lines}
          onOpen={props.onOpen}
        />
        {props.selected === 0 ? null : (
          <SelectionBar count={props.selected} onLabel={selection.label} onClear={selection.clear} />
        )}
      </aside>
      <PaneSeparator pane="list" name="the list" grows="right" />
    </>
  );
});

function ListHead({ list, filter, annotator }: ListPaneProps) {
  const count = useListCount(filter, annotator);
  const done = annotator === '' ? count?.labelled : count?.labelledByAnnotator;
  // Interactions that came or no longer match since the list was loaded; it keeps still until asked.
  const isStale =
    list.hasEnd && list.firstPosition === 0 && count !== undefined && count.total !== list.items.length;
  return (
    <div className={styles['head']}>
      <p className={styles['count']}>
        {count === undefined ? (
          '\u00a0'
        ) : (
          <>
            <strong>{formatCount(count.total)}</strong> {count.total === 1 ? 'interaction' : 'interactions'}
            <span className={styles['done']}>
              {formatCount(done ?? 0)} labelled{annotator === '' ? '' : ' by me'}
            </span>
          </>
        )}
      </p>
      {isStale ? (
        <IconButton
          icon={<RotateCw aria-hidden />}
          name="Load the list anew: what matches has changed"
          onPress={list.reload}
        />
      ) : null}
      <HideList />
      <progress
        className={styles['progress']}
        aria-label="Labelled of all that match"
        max={Math.max(1, count?.total ?? 1)}
        value={done ?? 0}
      />
    </div>
  );
}

const HideList = memo(function HideList() {
  return (
    <IconButton
      icon={<PanelLeftClose aria-hidden />}
      name="Hide the list"
      command="review.list"
      onPress={toggleList}
    />
  );
});
