import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Reject } from '../../../shared/contract/import-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useFileChooser } from '../../api/use-file-chooser.ts';
import { paths } from '../../app/routes.ts';
import { showToast } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatCount, formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { RejectContent } from './reject-rows.tsx';
import styles from './rejects-screen.module.css';

const pageSize = 200;
const rowHeight = 56;

/** The rows of one source that were not taken, however many there are. */
export function RejectsScreen({ sourceId }: { readonly sourceId: string }) {
  const queries = useQueries();
  const { chooseSavePath } = useFileChooser();
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
  const rows = rejects.data?.pages.flatMap((page) => page.rejects) ?? [];
  const total = rejects.data?.pages[0]?.total ?? 0;
  const name = source?.name ?? 'this source';
  const save = async () => {
    const path = await chooseSavePath({
      title: 'Write the rejected rows to a file',
      suggestedName: `${name} rejects.jsonl`,
      extension: 'jsonl',
    });
    if (path !== null) exported.mutate({ sourceId, path });
  };
  const error = rejects.error ?? exported.error;

  return (
    <Page
      title={`Rejected rows of ${name}`}
      subtitle={
        <>
          <Link href={paths.import}>All sources</Link>
          {rejects.isSuccess
            ? ` · ${formatPlural(total, 'row')} not imported. Repair them in the file and import it again: what is here is left out.`
            : ''}
        </>
      }
      actions={
        <Button isDisabled={total === 0 || exported.isPending} onPress={() => void save()}>
          Write to a file…
        </Button>
      }
    >
      {error === null ? null : <Notice tone="error">{failureOf(error).message}</Notice>}
      {rejects.isSuccess && total === 0 ? (
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
    </Page>
  );
}

interface RejectListProps {
  readonly rows: readonly Reject[];
  readonly total: number;
  readonly hasMore: boolean;
  readonly needMore: () => void;
}

function RejectList({ rows, total, hasMore, needMore }: RejectListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<Reject | null>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const visible = virtualizer.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last > rows.length - 40) needMore();
  }, [hasMore, last, rows.length, needMore]);
  return (
    <>
      <div ref={frame} className={styles['frame']}>
        <ul className={styles['list']} style={{ height: virtualizer.getTotalSize() }}>
          {visible.map((item) => {
            const reject = rows[item.index];
            return reject === undefined ? null : (
              <li
                key={item.key}
                className={styles['row']}
                style={{ transform: `translateY(${item.start}px)` }}
                aria-setsize={total}
                aria-posinset={item.index + 1}
              >
                <button type="button" className={styles['open']} onClick={() => setOpen(reject)}>
                  <RejectContent reject={reject} />
                </button>
              </li>
            );
          })}
        </ul>
      </div>
      {open === null ? null : (
        <Dialog title={`Line ${formatCount(open.line)}`} isOpen size="large" onClose={() => setOpen(null)}>
          <p>{open.message}</p>
          <p className={styles['place']}>Starts at byte {formatCount(open.byteOffset)} of the file.</p>
          <pre className={styles['raw']} tabIndex={0}>
            {open.raw}
          </pre>
        </Dialog>
      )}
    </>
  );
}
