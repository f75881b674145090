import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Queue } from '../../../shared/contract/queue-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useSettings } from '../../api/use-settings.ts';
import { showToast } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { draftOf, type QueueDraft, readDraft } from './queue-draft.ts';
import { QueueForm } from './queue-form.tsx';
import { useQueueChoices } from './use-queue-choices.ts';

export interface QueueDialogProps {
  /** The queue to change; null makes a new one. */
  readonly queue: Queue | null;
  /** The query that a new one begins with. */
  readonly query?: string;
  readonly onClose: () => void;
}

/** Makes a queue, or changes one. */
export function QueueDialog({ queue, query = '', onClose }: QueueDialogProps) {
  const choices = useQueueChoices();
  return choices === null ? null : (
    <LoadedDialog queue={queue} query={query} choices={choices} onClose={onClose} />
  );
}

interface LoadedProps extends Required<QueueDialogProps> {
  readonly choices: NonNullable<ReturnType<typeof useQueueChoices>>;
}

function LoadedDialog({ queue, query, choices, onClose }: LoadedProps) {
  const queries = useQueries();
  const { settings: preferences } = useSettings();
  const me = preferences?.annotator ?? '';
  const people = useQuery(queries.review.annotators.queryOptions()).data ?? [];
  const [draft, setDraft] = useState<QueueDraft>(() =>
    draftOf(queue, {
      query,
      signal: choices.signals[0] ?? 'rating',
      question: choices.questions.find(({ kind }) => kind !== 'text')?.id ?? '',
    }),
  );
  // What is wrong is said once somebody tried to save it.
  const [isTried, setIsTried] = useState(false);
  const onSuccess = (said: string) => () => {
    showToast(said);
    onClose();
  };
  const create = useMutation(
    queries.queues.create.mutationOptions({
      onSuccess: ({ queue: made }) => onSuccess(`Made the queue “${made.name}”`)(),
    }),
  );
  const update = useMutation(
    queries.queues.update.mutationOptions({
      onSuccess: ({ queue: made }) => onSuccess(`Changed the queue “${made.name}”`)(),
    }),
  );
  const { settings, problems } = readDraft(draft);
  const isPending = create.isPending || update.isPending;
  const error = create.error ?? update.error;
  const save = () => {
    setIsTried(true);
    if (settings === null || isPending) return;
    if (queue === null) create.mutate(settings);
    else update.mutate({ ...settings, id: queue.id });
  };
  const names = people.filter(({ kind }) => kind === 'person').map(({ name }) => name);
  const known = [...new Set([...(me === '' ? [] : [me]), ...names, ...(queue?.annotators ?? [])])];
  return (
    <Dialog
      title={queue === null ? 'New queue' : `Change “${queue.name}”`}
      isOpen
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={isPending} onPress={save}>
            {queue === null ? 'Make the queue' : 'Save'}
          </Button>
        </>
      }
    >
      <QueueForm
        draft={draft}
        choices={choices}
        problems={isTried ? (problems ?? {}) : {}}
        people={known}
        onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        onEnter={save}
      />
      {error === null ? null : <Notice tone="error">{failureOf(error).message}</Notice>}
    </Dialog>
  );
}
