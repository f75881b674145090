import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Item } from '../../../shared/contract/item-operations.ts';
import type { HistoryStep } from '../../../shared/contract/review-operations.ts';
import type { Filter } from '../../../shared/domain/filter/filter.ts';
import type { LabelSchema } from '../../../shared/domain/schema/label-schema.ts';
import { failureOf } from '../../api/failure.ts';
import { useClient, useQueries } from '../../api/query-utils.ts';
import { useSettings } from '../../api/use-settings.ts';
import { paths, queueEndPath, reviewPath } from '../../app/routes.ts';
import { useAppState } from '../../state/app-state.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { createActQueue } from './act-queue.ts';
import { SelectionLabels } from './bulk/selection-labels.tsx';
import { useSelection } from './bulk/use-selection.ts';
import { Announcement } from './announcement.tsx';
import { ItemScreen } from './item-screen.tsx';
import { isWider, readAddress } from './review-address.ts';
import { ListPane } from './list-pane.tsx';
import { askFor } from './queue/mark-state.ts';
import { Marks } from './queue/marks.tsx';
import { QueueStart } from './queue/queue-start.tsx';
import { useReviewQueue } from './queue/use-review-queue.ts';
import styles from './review-screen.module.css';
import { announce, useReviewState } from './review-state.ts';
import { useKeptDrafts } from './use-kept-drafts.ts';
import { useKeptPanes } from './use-kept-panes.ts';
import { useListCount } from './use-list-count.ts';
import { refreshLists, updateLists, useReviewList } from './use-review-list.ts';
import { useReviewNavigation } from './use-review-navigation.ts';
import { useStableCallback } from './use-stable-callback.ts';

export interface ReviewScreenProps {
  /** The open interaction; without it the list's first one opens. */
  readonly id?: string;
}

const noFailureModes = [] as const;
const noQuestions: LabelSchema = { version: 1, name: '', questions: [] };

/** Review: the list, one interaction with its differences and context, and the questions about it. */
export function ReviewScreen(props: ReviewScreenProps) {
  const { queue, isEnd } = readAddress(useSearch());
  if (!useKeptPanes()) return <div className={styles['screen']} aria-busy />;
  if (queue !== null && props.id === undefined) return <QueueStart queue={queue} isEnd={isEnd} />;
  return <ArrangedScreen {...props} />;
}

function askForSkip(): void {
  askFor('skip');
}

function ArrangedScreen({ id }: ReviewScreenProps) {
  const search = useSearch();
  const [, navigate] = useLocation();
  const { queue: queueId, filter, problem } = useMemo(() => readAddress(search), [search]);
  const client = useClient();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const { settings } = useSettings();
  const annotator = settings?.annotator ?? '';
  const schema = useQuery(queries.review.schema.queryOptions()).data ?? noQuestions;
  const failureModes = useQuery(queries.review.failureModes.queryOptions()).data ?? noFailureModes;
  const searchField = useRef<HTMLInputElement>(null);

  const project = useQuery(queries.project.current.queryOptions()).data?.id ?? null;
  useKeptDrafts(project, annotator);
  // Coming back to the queue without an address of its own means going on where one was.
  const [back] = useState(() => {
    const { lastOpened } = useReviewState.getState();
    return id === undefined && search === '' && lastOpened?.project === project ? lastOpened?.id : undefined;
  });

  // The list begins around the interaction it was opened with, until another filter is chosen.
  const [opened, setOpened] = useState({ search, anchor: id ?? back ?? null });
  if (opened.search !== search) setOpened({ search, anchor: id ?? null });
  const list = useReviewList({ queue: queueId, filter, annotator, anchor: opened.anchor });
  const queue = useReviewQueue(queueId, annotator);
  const matching = useListCount(filter, annotator, queueId === null)?.total;
  const total = queue === null ? matching : queue.progress?.total;
  const isBack = opened.anchor === back && list.items.some((item) => item.id === back);
  const shownId = id ?? (isBack ? back : list.items[0]?.id);
  useEffect(() => {
    if (project !== null && shownId !== undefined)
      useReviewState.setState({ lastOpened: { project, id: shownId } });
  }, [project, shownId]);
  const { reload } = list;
  const isOutdated = list.status === 'success' && list.items.length === 0 && (matching ?? 0) > 0;
  useEffect(() => {
    if (isOutdated) reload();
  }, [isOutdated, reload]);

  const leaveAtEnd = useCallback(
    (direction: 'next' | 'previous') => {
      if (direction === 'next' && queueId !== null) navigate(queueEndPath(queueId), { replace: true });
      else
        announce(
          direction === 'next'
            ? 'This was the last interaction of the list.'
            : 'This is the first interaction of the list.',
        );
    },
    [navigate, queueId],
  );
  const place = useMemo(() => ({ queue: queueId, filter }), [queueId, filter]);
  const navigation = useReviewNavigation(
    list,
    place,
    shownId,
    leaveAtEnd,
    queueId === null ? null : askForSkip,
  );

  const nameAnnotator = useAppState((state) => state.show);
  const [isLabelling, setIsLabelling] = useState(false);
  const labelSelection = () => (annotator === '' ? nameAnnotator('annotator') : setIsLabelling(true));
  const selection = useSelection({ list, navigation, name: search, onLabel: labelSelection });
  const { lines } = selection;
  const selected = selection.isAll ? (total ?? 0) : lines === null ? 0 : lines.to - lines.from + 1;

  const showItem = useStableCallback((item: Item, actor: string) => {
    queryClient.setQueryData(queries.items.get.queryKey({ input: { id: item.id } }), item);
    updateLists(queryClient, schema, item, actor);
  });
  // What a step of many interactions did to the lines, and whether a skip stands, only the engine knows.
  const showStep = useStableCallback(({ interactionId }: HistoryStep) => {
    if (interactionId === null || queueId !== null)
      void refreshLists(queryClient, client, { queue: queueId, annotator });
  });
  const [acts] = useState(() => createActQueue({ client, onItem: showItem, onStep: showStep }));

  const latestId = useRef(shownId);
  useEffect(() => {
    latestId.current = shownId;
  });
  const changeFilter = useCallback(
    (next: Filter) =>
      navigate(reviewPath(next, isWider(filter, next) ? latestId.current : undefined), { replace: true }),
    [navigate, filter],
  );

  const isEmpty = list.status === 'success' && list.items.length === 0 && shownId === undefined;
  return (
    <div className={styles['screen']}>
      <h1 className={styles['hidden']}>Review</h1>
      <ListPane
        list={list}
        queue={queue}
        filter={filter}
        problem={problem}
        index={navigation.index}
        annotator={annotator}
        schema={schema}
        failureModes={failureModes}
        selection={selection}
        selected={selected}
        searchField={searchField}
        onFilter={changeFilter}
        onOpen={navigation.open}
      />
      <div className={styles['main']}>
        {list.status === 'error' && shownId === undefined ? (
          <div className={styles['state']}>
            <Notice tone="error" actions={<Button onPress={list.reload}>Try again</Button>}>
              {failureOf(list.error).message}
            </Notice>
          </div>
        ) : isEmpty ? (
          <EmptyState
            filter={filter}
            onClear={() => changeFilter([])}
            onImport={() => navigate(paths.import)}
          />
        ) : shownId === undefined ? null : (
          <ItemScreen
            id={shownId}
            acts={acts}
            list={list}
            navigation={navigation}
            isBlind={queue?.isBlind ?? false}
            total={total}
            annotator={annotator}
            schema={schema}
            failureModes={failureModes}
            searchField={searchField}
          />
        )}
      </div>
      {shownId === undefined ? null : (
        <Marks
          id={shownId}
          queue={queueId}
          annotator={annotator}
          acts={acts}
          isBlind={queue?.isBlind ?? false}
          onSkipped={navigation.next}
        />
      )}
      {isLabelling && selected > 0 ? (
        <SelectionLabels
          selection={selection}
          count={selected}
          list={list}
          queue={queueId}
          filter={filter}
          annotator={annotator}
          schema={schema}
          failureModes={failureModes}
          onClose={() => setIsLabelling(false)}
        />
      ) : null}
      <Announcement />
    </div>
  );
}

function EmptyState(props: {
  readonly filter: Filter;
  readonly onClear: () => void;
  readonly onImport: () => void;
}) {
  if (props.filter.length > 0)
    return (
      <div className={styles['state']}>
        <h2>No interaction matches these filters</h2>
        <p>Take a filter away, or clear them all to see every interaction.</p>
        <Button variant="primary" onPress={props.onClear}>
          Clear the filters
        </Button>
      </div>
    );
  return (
    <div className={styles['state']}>
      <h2>No interactions yet</h2>
      <p>Import a file of logged outputs, with the edits people made to them where you have those.</p>
      <Button variant="primary" onPress={props.onImport}>
        Import a file
      </Button>
    </div>
  );
}
