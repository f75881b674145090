import { useQuery } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import type { Source } from '../../../shared/contract/import-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useFileChooser } from '../../api/use-file-chooser.ts';
import { useCommands } from '../../app/key-map.ts';
import { addPendingFiles, dropPendingFile, usePendingImport } from '../../state/pending-import.ts';
import { addStartedImport, useStartedImports } from '../../state/started-imports.ts';
import { Button } from '../../ui/button.tsx';
import { formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ImportFile } from './import-file.tsx';
import { CopyingNotice } from '../../ui/copying-notice.tsx';
import { ImportRun } from './import-run.tsx';
import styles from './import-screen.module.css';
import { SourcesList } from './sources-list.tsx';
import { useResumeImport } from './use-resume-import.ts';
import { UndoImportDialog } from './undo-import-dialog.tsx';

/** Brings files in: the mapping of the file in hand, or what was imported so far. */
export function ImportScreen() {
  const queries = useQueries();
  const project = useQuery(queries.project.current.queryOptions());
  const paths = usePendingImport((state) => state.paths);
  const [path] = paths;
  const isReadOnly = project.data?.readOnly ?? false;
  if (path === undefined) return <Sources isReadOnly={isReadOnly} />;
  return (
    <ImportFile
      key={path}
      path={path}
      waiting={paths.length - 1}
      isReadOnly={isReadOnly}
      onStarted={(started) => {
        addStartedImport(started);
        dropPendingFile(path);
      }}
      onCancel={() => dropPendingFile(path)}
    />
  );
}

function Sources({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const queries = useQueries();
  const sources = useQuery(queries.imports.sources.queryOptions());
  const started = useStartedImports((state) => state.started);
  const { problem, copying } = usePendingImport();
  const { chooseFiles } = useFileChooser();
  const [undoing, setUndoing] = useState<Source | null>(null);
  const { resume, error: resumeError, isPending: isResuming } = useResumeImport();
  const choose = async () => {
    addPendingFiles(await chooseFiles({ title: 'Choose files to import', kind: 'data', multiple: true }));
  };
  const list = sources.data ?? [];
  const stopped = list.find(({ resumable }) => resumable);
  useCommands('import', [
    {
      id: 'import.choose',
      name: 'Choose files to import',
      group: 'Import',
      keys: ['o'],
      enabled: !isReadOnly,
      run: () => void choose(),
    },
    ...(stopped === undefined
      ? []
      : [
          {
            id: 'import.resume',
            name: `Go on with the import of ${stopped.name}`,
            group: 'Import',
            keys: ['r'],
            enabled: !isReadOnly && !isResuming,
            run: () => resume(stopped),
          },
        ]),
  ]);

  return (
    <Page
      title="Import"
      subtitle={list.length === 0 ? 'Nothing is imported yet.' : formatPlural(list.length, 'source')}
      actions={
        <Button
          variant="primary"
          command="import.choose"
          isDisabled={isReadOnly}
          onPress={() => void choose()}
        >
          Choose files
        </Button>
      }
    >
      {isReadOnly ? (
        <Notice tone="caution">This project is open read-only. Nothing can be imported into it.</Notice>
      ) : null}
      {problem === null ? null : <Notice tone="error">{problem}</Notice>}
      {copying === null ? null : <CopyingNotice {...copying} />}
      {sources.error === null ? null : <Notice tone="error">{failureOf(sources.error).message}</Notice>}
      {resumeError === null ? null : <Notice tone="error">{failureOf(resumeError).message}</Notice>}
      {started.map((run, index) => (
        <ImportRun
          key={run.jobId}
          started={run}
          isNewest={index === 0}
          source={list.find((source) => source.id === run.sourceId)}
          onUndo={setUndoing}
          onResume={resume}
        />
      ))}
      {list.length === 0 && sources.isSuccess ? (
        <EmptySources />
      ) : (
        <Section title="Sources">
          <SourcesList sources={list} isReadOnly={isReadOnly} onUndo={setUndoing} onResume={resume} />
        </Section>
      )}
      {undoing === null ? null : <UndoImportDialog source={undoing} onClose={() => setUndoing(null)} />}
    </Page>
  );
}

function EmptySources() {
  return (
    <div className={styles['empty']}>
      <FileUp aria-hidden />
      <h2 className={styles['title']}>Drop a file anywhere in this window</h2>
      <p>
        JSONL, JSON, CSV, TSV, Parquet, SQLite, or what another tool exported. One row is one interaction: at
        least the text that the AI wrote, and if you have it the text that people made of it. You see what
        will arrive before anything is stored.
      </p>
    </div>
  );
}
