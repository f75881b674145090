import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FileShape, ImportPreview } from '../../../shared/contract/import-operations.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { useCommands } from '../../app/key-map.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { fileName, formatBytes, formatCount, formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { AddTarget } from './add-target.tsx';
import { ArrivingRows } from './arriving-rows.tsx';
import styles from './import-file.module.css';
import { mappingProblem, toMapping } from './mapping-draft.ts';
import { MappingTable } from './mapping-table.tsx';
import { RejectRows } from './reject-rows.tsx';

/** Rows of the dry run. */
const previewRows = 100;
const settleMilliseconds = 250;

export interface ImportFileProps {
  readonly path: string;
  /** How many more files come after this one. */
  readonly waiting: number;
  readonly isReadOnly: boolean;
  /** The import runs; the ids say which. */
  readonly onStarted: (started: {
    readonly jobId: string;
    readonly sourceId: string | null;
    readonly path: string;
  }) => void;
  readonly onCancel: () => void;
}

/** Maps one file onto the project and shows what will come of it before anything is stored. */
export function ImportFile({ path, waiting, isReadOnly, onStarted, onCancel }: ImportFileProps) {
  const queries = useQueries();
  const queryClient = useQueryClient();
  const [changed, setChanged] = useState<Mapping | null>(null);
  const inspected = useQuery(queries.imports.inspect.queryOptions({ input: { path } }));
  const columns = inspected.data?.columns ?? [];
  const mapping = changed ?? toMapping(inspected.data?.mapping ?? []);
  const names = columns.map((column) => column.path);
  const problem = mappingProblem(mapping, names);
  const settled = useSettled(mapping, settleMilliseconds);
  const preview = useQuery({
    ...queries.imports.preview.queryOptions({ input: { path, mapping: [...settled], rows: previewRows } }),
    enabled: inspected.isSuccess && mappingProblem(settled, names) === null,
    placeholderData: keepPreviousData,
  });
  const start = useMutation(
    queries.imports.start.mutationOptions({
      onSuccess: (started) => {
        void queryClient.invalidateQueries({ queryKey: queries.jobs.key() });
        void queryClient.invalidateQueries({ queryKey: queries.imports.sources.key() });
        onStarted({ ...started, path });
      },
    }),
  );
  const canStart = inspected.isSuccess && problem === null && !start.isPending && !isReadOnly;
  const run = () => {
    if (canStart) start.mutate({ path, mapping: [...mapping] });
  };
  useCommands('import', [
    {
      id: 'import.start',
      name: 'Import this file',
      group: 'Import',
      keys: ['Mod+Enter'],
      enabled: canStart,
      inTextFields: true,
      run,
    },
    { id: 'import.leave', name: 'Leave this file out', group: 'Import', keys: [], run: onCancel },
  ]);

  return (
    <Page
      title={`Import ${fileName(path)}`}
      subtitle={inspected.data === undefined ? path : <ShapeLine shape={inspected.data.shape} path={path} />}
      actions={
        <>
          {waiting === 0 ? null : (
            <span className={styles['wait']}>{`${formatPlural(waiting, 'more file')} after this one`}</span>
          )}
          <Button onPress={onCancel}>{waiting === 0 ? 'Cancel' : 'Leave out'}</Button>
          <Button variant="primary" keys="Mod+Enter" isDisabled={!canStart} onPress={run}>
            Import
          </Button>
        </>
      }
    >
      {isReadOnly ? (
        <Notice tone="caution">This project is open read-only. Nothing can be imported into it.</Notice>
      ) : null}
      {inspected.error === null ? null : (
        <Notice tone="error" actions={<Button onPress={onCancel}>Choose another file</Button>}>
          {failureOf(inspected.error).message}
        </Notice>
      )}
      {start.error === null ? null : <Notice tone="error">{failureOf(start.error).message}</Notice>}
      {inspected.isPending ? <p className={styles['wait']}>Reading the first rows…</p> : null}
      {inspected.data === undefined ? null : (
        <>
          <Section
            title="Mapping"
            hint="Guessed from the first rows. Choose a column, or write a path such as messages[-1].content."
            actions={
              changed === null ? null : (
                <Button variant="quiet" onPress={() => setChanged(null)}>
                  Back to the guess
                </Button>
              )
            }
          >
            {preview.error === null ? null : <Notice tone="error">{failureOf(preview.error).message}</Notice>}
            <MappingTable
              mapping={mapping}
              columns={columns}
              previews={preview.data?.targets}
              onChange={setChanged}
            />
            <AddTarget mapping={mapping} columns={columns} onChange={setChanged} />
          </Section>
          {preview.data === undefined ? null : <DryRun preview={preview.data} />}
        </>
      )}
    </Page>
  );
}

function ShapeLine({ shape, path }: { readonly shape: FileShape; readonly path: string }) {
  return (
    <span className={styles['shape']}>
      <Badge>{shape.format.toUpperCase()}</Badge>
      <Badge>{shape.bom ? `${shape.encoding} with BOM` : shape.encoding}</Badge>
      {shape.delimiter === null ? null : <Badge>{delimiterName(shape.delimiter)}</Badge>}
      {shape.compression === 'none' ? null : <Badge>{shape.compression}</Badge>}
      <Badge>{formatBytes(shape.bytes)}</Badge>
      <span className={styles['path']} title={path}>
        {path}
      </span>
    </span>
  );
}

function DryRun({ preview }: { readonly preview: ImportPreview }) {
  const { read, accepted, rejects, rows, unmapped } = preview;
  return (
    <>
      <Section
        title={`Dry run of the first ${formatPlural(read, 'row')}`}
        hint={
          rejects.length === 0
            ? `All ${formatCount(accepted)} would be imported. Nothing is stored yet.`
            : `${formatCount(accepted)} would be imported, ${formatCount(rejects.length)} rejected. Nothing is stored yet.`
        }
      >
        {rows.length === 0 ? null : <ArrivingRows rows={rows} />}
        {unmapped.length === 0 ? null : (
          <p>
            <strong>Kept as metadata:</strong>{' '}
            <span className={styles['unmapped']}>{unmapped.join(', ')}</span>
          </p>
        )}
      </Section>
      {rejects.length === 0 ? null : (
        <Section
          title="Rows that would be rejected"
          hint="They go to the reject list; the others are imported."
        >
          <RejectRows rejects={rejects} />
        </Section>
      )}
    </>
  );
}

function delimiterName(delimiter: string): string {
  const names: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };
  return `Delimiter: ${names[delimiter] ?? delimiter}`;
}
