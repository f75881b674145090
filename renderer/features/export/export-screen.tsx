import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formats } from '../../../shared/domain/export/formats/registry.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useFileChooser } from '../../api/use-file-chooser.ts';
import { useCommands } from '../../app/key-map.ts';
import { changeRecipe, useExportDraft } from '../../state/export-draft.ts';
import { Button } from '../../ui/button.tsx';
import { formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { ExportCounts } from './export-counts.tsx';
import { ExportRun } from './export-run.tsx';
import styles from './export-screen.module.css';
import { Findings } from './findings.tsx';
import { LinePreview } from './line-preview.tsx';
import { RecipeForm } from './recipe-form.tsx';
import { Snapshots } from './snapshots.tsx';

const previewLines = 50;
const settleMilliseconds = 200;

/** Makes training and validation files, with the real lines in view before anything is written. */
export function ExportScreen() {
  const queries = useQueries();
  const queryClient = useQueryClient();
  const { recipe, jobId } = useExportDraft();
  const { chooseSavePath } = useFileChooser();
  const [isIndented, setIsIndented] = useState(false);
  const settled = useSettled(recipe, settleMilliseconds);
  const project = useQuery(queries.project.current.queryOptions());
  const snapshots = useQuery(queries.exports.snapshots.queryOptions());
  const preview = useQuery({
    ...queries.exports.preview.queryOptions({ input: { recipe: settled, lines: previewLines } }),
    placeholderData: keepPreviousData,
  });
  const start = useMutation(
    queries.exports.start.mutationOptions({
      onSuccess: (started) => {
        useExportDraft.setState({ jobId: started.jobId });
        void queryClient.invalidateQueries({ queryKey: queries.jobs.key() });
      },
    }),
  );
  const errors = preview.data?.findings.filter((finding) => finding.level === 'error').length ?? 0;
  const canRun = preview.isSuccess && preview.data.counts.exported > 0 && !start.isPending;
  const run = async () => {
    const extension = formats[recipe.format].layout?.extension ?? 'jsonl';
    const path = await chooseSavePath({
      title: 'Where to write the export',
      suggestedName: `${project.data?.name ?? 'export'} ${recipe.format}.${extension}`,
      extension,
    });
    // Whoever chose an existing file in the dialog has agreed there to replace it.
    if (path !== null) start.mutate({ recipe, path, overwrite: true });
  };
  useCommands('export', [
    {
      id: 'export.run',
      name: 'Export to a file',
      group: 'Export',
      keys: ['Mod+Enter'],
      enabled: canRun,
      inTextFields: true,
      run: () => void run(),
    },
    {
      id: 'export.indent',
      name: 'Indent the lines, or not',
      group: 'Export',
      keys: ['i'],
      run: () => setIsIndented(!isIndented),
    },
  ]);

  return (
    <Page
      title="Export"
      subtitle="Training files of what people made of the outputs. Nothing is written before you choose a file."
      actions={
        <Button variant="primary" command="export.run" isDisabled={!canRun} onPress={() => void run()}>
          Export…
        </Button>
      }
    >
      {start.error === null ? null : <Notice tone="error">{failureOf(start.error).message}</Notice>}
      {jobId === null ? null : <ExportRun jobId={jobId} />}
      <div className={styles['columns']}>
        <RecipeForm recipe={recipe} onChange={changeRecipe} />
        <div className={styles['results']}>
          {preview.error === null ? null : <Notice tone="error">{failureOf(preview.error).message}</Notice>}
          <Section
            title="What it holds"
            hint={errors === 0 ? '' : `${formatPlural(errors, 'problem')} to look at before you export.`}
          >
            <ExportCounts counts={preview.data?.counts} />
            <Findings findings={preview.data?.findings ?? []} />
          </Section>
          <Section
            title="First lines"
            actions={
              <Button
                variant="quiet"
                command="export.indent"
                aria-pressed={isIndented}
                onPress={() => setIsIndented(!isIndented)}
              >
                {isIndented ? 'As in the file' : 'Indented'}
              </Button>
            }
          >
            {preview.error !== null ? null : preview.data === undefined || preview.data.lines.length > 0 ? (
              <LinePreview
                key={String(isIndented)}
                lines={preview.data?.lines ?? []}
                isIndented={isIndented}
              />
            ) : (
              <EmptyExport />
            )}
          </Section>
        </div>
      </div>
      {snapshots.data === undefined || snapshots.data.length === 0 ? null : (
        <Section title="Earlier exports">
          <Snapshots snapshots={snapshots.data} />
        </Section>
      )}
    </Page>
  );
}

function EmptyExport() {
  return (
    <p className={styles['empty']}>
      No interaction makes a line with this recipe. Take a condition away, learn from unedited outputs as
      well, or edit outputs in the review screen first.
    </p>
  );
}
