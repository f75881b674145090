import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Brings, ImportOptions } from '../../../shared/contract/import-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useCommands } from '../../app/key-map.ts';
import { Button } from '../../ui/button.tsx';
import { fileName, formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { DryRun } from './dry-run.tsx';
import { FileReading } from './file-reading.tsx';
import { FileShapeLine } from './file-shape-line.tsx';
import styles from './import-file.module.css';
import { ImportOptionsForm } from './import-options.tsx';
import { JoinSection } from './join-section.tsx';
import { topColumns } from './mapping-draft.ts';
import { MappingEditor } from './mapping-editor.tsx';
import { SaveMappingDialog } from './save-mapping-dialog.tsx';
import { SavedMappings } from './saved-mappings.tsx';
import { UnjoinedRows } from './unjoined-rows.tsx';
import { useImportDraft } from './use-import-draft.ts';
import { useJoinTrial } from './use-join-trial.ts';

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
  const draft = useImportDraft(path);
  const { file, tool, inspected, brings, join, columns, mapping, options, preview } = draft;
  const [isSaving, setIsSaving] = useState(false);
  const start = useMutation(
    queries.imports.start.mutationOptions({
      onSuccess: (started) => {
        void queryClient.invalidateQueries({ queryKey: queries.jobs.key() });
        void queryClient.invalidateQueries({ queryKey: queries.imports.sources.key() });
        onStarted({ ...started, path });
      },
    }),
  );
  const asked = { ...file, brings, mapping: [...mapping], options: optionsFor(options, brings) };
  const trial = useJoinTrial(asked);
  const canTry = draft.isReady && brings === 'attachments' && !trial.isRunning;
  const canStart = draft.isReady && !start.isPending && !isReadOnly;
  const canSave = draft.isReady && !isReadOnly && (tool === null || draft.isPlain);
  const saved = inspected.data?.saved ?? [];
  const run = () => {
    if (!canStart) return;
    start.mutate(asked);
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
    {
      id: 'import.try-join',
      name: 'Try how rows find their interactions',
      group: 'Import',
      keys: ['Mod+Shift+Enter'],
      enabled: canTry,
      inTextFields: true,
      run: trial.run,
    },
    {
      id: 'import.save-mapping',
      name: 'Save this mapping',
      group: 'Import',
      keys: ['Mod+S'],
      enabled: canSave,
      inTextFields: true,
      run: () => setIsSaving(true),
    },
    ...saved.map((one) => ({
      id: `import.use-mapping.${one.id}`,
      name: `Use the mapping “${one.name}”`,
      group: 'Import',
      keys: [],
      run: () => draft.applySaved(one),
    })),
    { id: 'import.leave', name: 'Leave this file out', group: 'Import', keys: [], run: onCancel },
  ]);
  const showsPreviewError =
    preview.error !== null && !(draft.isRefused && mapping.some(({ transform }) => transform !== undefined));

  return (
    <Page
      title={`Import ${fileName(path)}`}
      subtitle={
        inspected.data === undefined ? path : <FileShapeLine shape={inspected.data.shape} path={path} />
      }
      actions={
        <>
          {waiting === 0 ? null : (
            <span className={styles['wait']}>{`${formatPlural(waiting, 'more file')} after this one`}</span>
          )}
          <Button onPress={onCancel}>{waiting === 0 ? 'Cancel' : 'Leave out'}</Button>
          <Button variant="primary" command="import.start" isDisabled={!canStart} onPress={run}>
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
          <FileReading
            tool={tool}
            isPlain={draft.isPlain}
            brings={brings}
            onPlain={draft.readPlain}
            onBrings={draft.setBrings}
          />
          {brings === 'attachments' ? (
            <JoinSection options={options} onChange={draft.setOptions} trial={trial} canTry={canTry} />
          ) : null}
          <Section
            title="Mapping"
            hint={tool === null || draft.isPlain ? guessHint : toolHint}
            actions={
              <>
                {draft.isChanged ? (
                  <Button variant="quiet" onPress={draft.backToGuess}>
                    Back to the guess
                  </Button>
                ) : null}
                <Button command="import.save-mapping" isDisabled={!canSave} onPress={() => setIsSaving(true)}>
                  Save this mapping…
                </Button>
              </>
            }
          >
            <SavedMappings saved={saved} isReadOnly={isReadOnly} onUse={draft.applySaved} />
            {showsPreviewError ? <Notice tone="error">{failureOf(preview.error).message}</Notice> : null}
            <MappingEditor
              file={file}
              mapping={mapping}
              meaning={{ brings, join }}
              columns={columns}
              previews={preview.data?.targets}
              onChange={draft.setMapping}
            />
          </Section>
          <ImportOptionsForm options={options} onChange={draft.setOptions} />
          {preview.data === undefined || draft.problem !== null ? null : (
            <DryRun preview={preview.data} brings={brings} />
          )}
          {brings === 'attachments' ? <UnjoinedRows coverage={trial.coverage} /> : null}
        </>
      )}
      {isSaving ? (
        <SaveMappingDialog
          mapping={mapping}
          columns={topColumns(columns.map((column) => column.path))}
          names={saved.map(({ name }) => name)}
          onClose={() => setIsSaving(false)}
        />
      ) : null}
    </Page>
  );
}

const guessHint =
  'Guessed from the first rows. Choose a column, or write a path such as messages[-1].content.';
const toolHint = 'What becomes of the tool’s rows. What is not mapped is kept as metadata.';

/** Only attachments are joined. */
function optionsFor(options: ImportOptions, brings: Brings): ImportOptions {
  const { join: _join, joinSources: _joinSources, ...others } = options;
  return brings === 'attachments' ? options : others;
}
