import { useMutation, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Queue } from '../../../shared/contract/queue-operations.ts';
import { parseClause } from '../../../shared/domain/filter/parse-clause.ts';
import { queryToText } from '../../../shared/domain/search/query-to-text.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useCommands } from '../../app/key-map.ts';
import { paths } from '../../app/routes.ts';
import { showToast } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { queueCommands } from './queue-commands.ts';
import { QueueDialog } from './queue-dialog.tsx';
import { QueueList } from './queue-list.tsx';
import styles from './queues-screen.module.css';
import { RemoveQueueDialog } from './remove-queue-dialog.tsx';

const noQueues: readonly Queue[] = [];

/** The queues of the project: who is how far, and what came since. */
export function QueuesScreen() {
  const queries = useQueries();
  const list = useQuery({ ...queries.queues.list.queryOptions(), staleTime: 0 });
  const questions = useQuery(queries.schema.everyQuestion.queryOptions()).data ?? [];
  const isReadOnly = useQuery(queries.project.current.queryOptions()).data?.readOnly ?? false;
  const [chosen, setChosen] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'make' | 'change' | 'remove' | null>(null);
  const refresh = useMutation(
    queries.queues.refresh.mutationOptions({
      onSuccess: () => showToast('The queue is being put in order anew.'),
    }),
  );
  const queues = list.data ?? noQueues;
  const place = Math.max(
    0,
    queues.findIndex(({ id }) => id === chosen),
  );
  const current = queues[place] ?? null;
  const goTo = (index: number) => {
    const id = queues[index]?.id;
    if (id === undefined) return;
    setChosen(id);
    focusQueue(id);
  };
  const refreshCurrent = () => {
    if (current !== null && !refresh.isPending) refresh.mutate({ id: current.id });
  };
  useCommands(
    'queues',
    queueCommands({
      next: () => goTo(place + 1),
      previous: () => goTo(place - 1),
      make: () => setDialog('make'),
      change: () => setDialog('change'),
      refresh: refreshCurrent,
      remove: () => setDialog('remove'),
      canWrite: !isReadOnly,
      hasCurrent: current !== null,
    }),
  );
  // Enter opens the queue at once: the first one has the focus when the list comes, unless something else has it.
  const firstId = queues[0]?.id;
  useEffect(() => {
    const holder = document.activeElement;
    if (firstId === undefined) return;
    if (holder === document.body || (holder instanceof HTMLElement && holder.tagName === 'MAIN'))
      focusQueue(firstId);
  }, [firstId]);
  const asked = readQuery(useSearch());
  const [, navigate] = useLocation();
  const close = () => {
    setDialog(null);
    if (asked !== '') navigate(paths.queues, { replace: true });
  };
  return (
    <Page
      title="Queues"
      subtitle={list.data === undefined ? 'Counting…' : formatPlural(queues.length, 'queue')}
      actions={
        isReadOnly ? null : (
          <>
            {current === null ? null : (
              <>
                <Button command="queues.change" onPress={() => setDialog('change')}>
                  Change
                </Button>
                <Button command="queues.refresh" isDisabled={refresh.isPending} onPress={refreshCurrent}>
                  Put in order anew
                </Button>
                <Button command="queues.remove" onPress={() => setDialog('remove')}>
                  Delete
                </Button>
              </>
            )}
            <Button
              variant="primary"
              icon={<Plus aria-hidden />}
              command="queues.make"
              onPress={() => setDialog('make')}
            >
              New queue
            </Button>
          </>
        )
      }
    >
      {list.error === null ? null : <Notice tone="error">{failureOf(list.error).message}</Notice>}
      {refresh.error === null ? null : <Notice tone="error">{failureOf(refresh.error).message}</Notice>}
      {list.data !== undefined && queues.length === 0 ? (
        <div className={styles['empty']}>
          <h2>No queues yet</h2>
          <p>
            A queue is a set of interactions in an order that suits a purpose, such as a random two hundred,
            or those first on which annotators disagree. It keeps its place for everyone who works through it.
          </p>
          {isReadOnly ? null : (
            <Button variant="primary" command="queues.make" onPress={() => setDialog('make')}>
              Make a queue
            </Button>
          )}
        </div>
      ) : null}
      {queues.length === 0 ? null : (
        <QueueList
          queues={queues}
          questions={questions}
          current={current?.id ?? null}
          onCurrent={setChosen}
        />
      )}
      {(dialog === 'make' || (dialog === null && asked !== '')) && !isReadOnly ? (
        <QueueDialog queue={null} query={asked} onClose={close} />
      ) : null}
      {dialog === 'change' && current !== null ? <QueueDialog queue={current} onClose={close} /> : null}
      {dialog === 'remove' && current !== null ? <RemoveQueueDialog queue={current} onClose={close} /> : null}
    </Page>
  );
}

/** The query of an address that asks for a new queue; empty where it does not. */
function readQuery(search: string): string {
  const clauses = new URLSearchParams(search).getAll('where').map(parseClause);
  return queryToText(clauses.flatMap((clause) => (clause.ok ? [clause.value] : [])));
}

function focusQueue(id: string): void {
  const link = document.querySelector(`[data-queue-link="${id}"]`);
  if (link instanceof HTMLElement) link.focus();
}
