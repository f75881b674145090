import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ComponentType, useEffect } from 'react';
import { useLocation } from 'wouter';
import type { Item } from '../../../shared/contract/item-operations.ts';
import type { Question } from '../../../shared/domain/schema/label-schema.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useSettings } from '../../api/use-settings.ts';
import { useCommands } from '../../app/key-map.ts';
import { adjudicatePath, reviewPath } from '../../app/routes.ts';
import { useAppState } from '../../state/app-state.ts';
import { showToast } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './adjudicate.module.css';
import { DisagreementItem } from './disagreement-item.tsx';
import { useDisagreements } from './use-disagreements.ts';
import { useResolving } from './use-resolving.ts';

export interface DisagreementQueueProps {
  readonly question: string;
  /** The interaction of the address; null: the first one. */
  readonly id: string | null;
  readonly known: readonly Question[];
  /** Those of the label schema as it is now. */
  readonly asked: readonly Question[];
  readonly reading: ComponentType<{ readonly item: Item }>;
}

/** Interactions fetched ahead, so that the next one shows at once. */
const fetchedAhead = 3;

/** The next page is asked for when the open one is this near to the end of what is loaded. */
const pageAhead = 20;

/** The disagreements on one question, one after the other. */
export function DisagreementQueue({ question, id, known, asked, reading }: DisagreementQueueProps) {
  const queries = useQueries();
  const queryClient = useQueryClient();
  const [, navigate] = useLocation();
  const list = useDisagreements(question);
  const resolving = useResolving();
  const annotator = useSettings().settings?.annotator ?? '';
  const nameAnnotator = useAppState((state) => state.show);
  const { ids, hasMore, loadNext } = list;
  const shownId = id ?? ids[0];
  const index = shownId === undefined ? -1 : ids.indexOf(shownId);

  useEffect(() => {
    for (const near of ids.slice(index + 1, index + 1 + fetchedAhead))
      void queryClient.prefetchQuery(queries.items.get.queryOptions({ input: { id: near } }));
    if (hasMore && index >= ids.length - pageAhead) void loadNext();
  }, [ids, index, hasMore, loadNext, queries, queryClient]);

  const open = (next: string) => navigate(adjudicatePath(question, next), { replace: true });
  const goNext = async (saved?: Promise<boolean>) => {
    const following = ids[index + 1] ?? (await loadNext())[index + 1];
    if (following !== undefined) return open(following);
    // What was passed over comes again, once what was resolved is gone.
    if (saved !== undefined && !(await saved)) return undefined;
    const stillOpen = await list.reload();
    if (stillOpen.length > 0) showToast('That was the last one. What is still open comes again.');
    navigate(adjudicatePath(question), { replace: true });
    return undefined;
  };
  const step = async (which: 'undo' | 'redo') => {
    if (annotator === '') return nameAnnotator('annotator');
    const done = await resolving.step(which, annotator);
    const target = done?.interactionId ?? null;
    return target === null ? undefined : open(target);
  };
  useCommands('adjudicate.steps', [
    {
      id: 'adjudicate.undo',
      name: 'Undo my last act',
      keys: ['u', 'Mod+Z'],
      group: 'Adjudicate',
      run: () => void step('undo'),
    },
    {
      id: 'adjudicate.redo',
      name: 'Redo',
      keys: ['Mod+Shift+Z', 'Shift+U'],
      group: 'Adjudicate',
      run: () => void step('redo'),
    },
  ]);
  const goPrevious = () => {
    const before = ids[index - 1];
    if (before === undefined) showToast('This is the first one.');
    else open(before);
  };

  if (list.status === 'error')
    return (
      <div className={styles['state']}>
        <Notice tone="error" actions={<Button onPress={() => void list.reload()}>Try again</Button>}>
          {failureOf(list.error).message}
        </Notice>
      </div>
    );
  if (shownId === undefined)
    return list.status === 'pending' ? (
      <div className={styles['body']} aria-busy />
    ) : (
      <AllResolved
        onList={() => navigate(reviewPath([{ field: 'resolved', operator: '=', value: question }]))}
      />
    );
  return (
    <OpenItem
      id={shownId}
      question={question}
      known={known}
      asked={asked}
      reading={reading}
      resolving={resolving}
      onOpen={open}
      onNext={goNext}
      onPrevious={goPrevious}
    />
  );
}

interface OpenItemProps extends Omit<DisagreementQueueProps, 'id'> {
  readonly id: string;
  readonly resolving: ReturnType<typeof useResolving>;
  readonly onOpen: (id: string) => void;
  readonly onNext: (saved?: Promise<boolean>) => Promise<void>;
  readonly onPrevious: () => void;
}

function OpenItem({ id, ...props }: OpenItemProps) {
  const queries = useQueries();
  const item = useQuery(queries.items.get.queryOptions({ input: { id } }));
  if (item.data !== undefined) return <DisagreementItem {...props} item={item.data} />;
  if (item.error === null) return <div className={styles['body']} aria-busy />;
  return (
    <div className={styles['state']}>
      <Notice
        tone="error"
        actions={
          <>
            <Button onPress={() => void item.refetch()}>Try again</Button>
            <Button onPress={() => void props.onNext()}>Next disagreement</Button>
          </>
        }
      >
        {failureOf(item.error).message}
      </Notice>
    </div>
  );
}

function AllResolved({ onList }: { readonly onList: () => void }) {
  return (
    <div className={styles['state']}>
      <h2>Every disagreement on this question is resolved</h2>
      <p>Choose another question above, or look through what was resolved. New labels may bring new ones.</p>
      <Button variant="primary" onPress={onList}>
        Show what was resolved
      </Button>
    </div>
  );
}
