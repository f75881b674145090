import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useFileChooser } from '../../api/use-file-chooser.ts';
import { useCommands } from '../../app/key-map.ts';
import { paths } from '../../app/routes.ts';
import { showToast } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { RejectList } from './reject-list.tsx';
import { RetryMappingDialog } from './retry-mapping-dialog.tsx';
import { outcomeOfRetry } from './retry-outcome.ts';

const pageSize = 200;

/** The rows of one source that were not taken, however many there are, and ways to take them after all. */
export function RejectsScreen({ sourceId }: { readonly sourceId: string }) {
  const queries = useQueries();
  const queryClient = useQueryClient();
  const { chooseSavePath } = useFileChooser();
  const [isMapping, setIsMapping] = useState(false);
  const project = useQuery(queries.project.current.queryOptions());
  const sources = useQuery(queries.imports.sources.queryOptions());
  const source = sources.data?.find((candidate) => candidate.id === sourceId);
  const rejects = useInfiniteQuery(
    queries.imports.rejects.infiniteOptions({
      input: (after: number | undefined) => ({
        sourceId,
        limit: pageSize,
        ...(after === undefined ? {} : { after }),
      }),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: (page) => page.nextAfter ?? undefined,
    }),
  );
  const exported = useMutation(
    queries.imports.exportRejects.mutationOptions({
      onSuccess: ({ path, rows }) => showToast(`Wrote ${formatPlural(rows, 'rejected row')} to ${path}`),
    }),
  );
  const retry = useMutation(
    queries.imports.retryRejects.mutationOptions({
      onSuccess: async () => {
        setIsMapping(false);
        await queryClient.invalidateQueries({ queryKey: queries.imports.rejects.key() });
        await queryClient.invalidateQueries({ queryKey: queries.imports.sources.key() });
      },
    }),
  );
  const rows = rejects.data?.pages.flatMap((page) => page.rejects) ?? [];
  const total = rejects.data?.pages[0]?.total ?? 0;
  const name = source?.name ?? 'this source';
  const isReadOnly = project.data?.readOnly ?? false;
  const canRetry = total > 0 && !retry.isPending && !isReadOnly && source?.state !== 'importing';
  const canWrite = total > 0 && !exported.isPending;
  const save = async () => {
    const path = await chooseSavePath({
      title: 'Write the rejected rows to a file',
      suggestedName: `${name} rejects.jsonl`,
      extension: 'jsonl',
    });
    if (path !== null) exported.mutate({ sourceId, path });
  };
  const openMapping = () => {
    retry.reset();
    setIsMapping(true);
  };
  useCommands('import', [
    {
      id: 'rejects.retry',
      name: 'Try the rejected rows again',
      group: 'Rejected rows',
      keys: ['r'],
      enabled: canRetry,
      run: () => retry.mutate({ sourceId }),
    },
    {
      id: 'rejects.map',
      name: 'Change the mapping and try again',
      group: 'Rejected rows',
      keys: ['m'],
      enabled: canRetry && source !== undefined,
      run: openMapping,
    },
    {
      id: 'rejects.write',
      name: 'Write the rejected rows to a file',
      group: 'Rejected rows',
      keys: ['w'],
      enabled: canWrite,
      run: () => void save(),
    },
  ]);
  const error = rejects.error ?? exported.error ?? (isMapping ? null : retry.error);
  const outcome = retry.data === undefined ? null : outcomeOfRetry(retry.data);

  return (
    <Page
      title={`Rejected rows of ${name}`}
      subtitle={
        <>
          <Link href={paths.import}>All sources</Link>
          {rejects.isSuccess ? ` · ${formatPlural(total, 'row')} in quarantine` : ''}
        </>
      }
      actions={
        <>
          <Button command="rejects.retry" isDisabled={!canRetry} onPress={() => retry.mutate({ sourceId })}>
            Try again
          </Button>
          <Button command="rejects.map" isDisabled={!canRetry || source === undefined} onPress={openMapping}>
            Change the mapping and try again…
          </Button>
          <Button command="rejects.write" isDisabled={!canWrite} onPress={() => void save()}>
            Write to a file…
          </Button>
        </>
      }
    >
      {error === null ? null : <Notice tone="error">{failureOf(error).message}</Notice>}
      {outcome === null ? null : <Notice tone={outcome.tone}>{outcome.sentence}</Notice>}
      {rejects.isSuccess && total === 0 && outcome === null ? (
        <Notice tone="success">Every row of this source was taken.</Notice>
      ) : null}
      {rows.length === 0 ? null : (
        <RejectList
          rows={rows}
          total={total}
          needMore={() => void rejects.fetchNextPage()}
          hasMore={rejects.hasNextPage && !rejects.isFetching}
        />
      )}
      {isMapping && source !== undefined ? (
        <RetryMappingDialog
          source={source}
          isPending={retry.isPending}
          problem={retry.error === null ? null : failureOf(retry.error).message}
          onTry={(mapping) => retry.mutate({ sourceId, mapping: [...mapping] })}
          onClose={() => setIsMapping(false)}
        />
      ) : null}
    </Page>
  );
}
