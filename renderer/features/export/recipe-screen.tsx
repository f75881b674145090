import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { saveExtensions } from '../../../shared/contract/host-bridge.ts';
import { exportExtension } from '../../../shared/domain/export/export-extension.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useFileChooser } from '../../api/use-file-chooser.ts';
import { useCommands } from '../../app/key-map.ts';
import { reviewPath } from '../../app/routes.ts';
import { changeRecipe, useExportDraft } from '../../state/export-draft.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { commandFor } from './export-command.ts';
import { ExportFrame } from './export-frame.tsx';
import { RecipeForm } from './recipe/recipe-form.tsx';
import { recipeProblems } from './recipe/recipe-problems.ts';
import { useFormCommands } from './recipe/use-form-commands.ts';
import styles from './recipe-screen.module.css';
import { ExportRun } from './results/export-run.tsx';
import { RecipeResults } from './results/recipe-results.tsx';
import { usePreview } from './results/use-preview.ts';
import { SavedRecipeBar } from './saved/saved-recipe-bar.tsx';

/** Makes data sets, with the real lines in view before anything is written. */
export function RecipeScreen() {
  const queries = useQueries();
  const queryClient = useQueryClient();
  const [, navigate] = useLocation();
  const { recipe, jobId, line } = useExportDraft();
  const { chooseSavePath } = useFileChooser();
  const [isIndented, setIsIndented] = useState(false);
  const formatField = useRef<HTMLInputElement>(null);
  const conditionsField = useRef<HTMLInputElement>(null);
  const problems = useMemo(() => recipeProblems(recipe), [recipe]);
  const isComplete = Object.keys(problems).length === 0;
  const project = useQuery(queries.project.current.queryOptions());
  const shown = usePreview(recipe, isComplete);
  const { preview, error } = shown;
  const start = useMutation(
    queries.exports.start.mutationOptions({
      onSuccess: (started) => {
        useExportDraft.setState({ jobId: started.jobId });
        void queryClient.invalidateQueries({ queryKey: queries.jobs.key() });
      },
    }),
  );
  const canRun = isComplete && error === null && (preview?.counts.exported ?? 0) > 0 && !start.isPending;
  const run = async () => {
    const ending = exportExtension(recipe);
    const extension = saveExtensions.find((known) => `.${known}` === ending) ?? '';
    const path = await chooseSavePath({
      title: 'Where to write the export',
      suggestedName: `${project.data?.name ?? 'export'} ${recipe.format}${ending}`,
      extension,
    });
    // Whoever chose an existing file in the dialog has agreed there to replace it.
    if (path !== null) start.mutate({ recipe, path, overwrite: true });
  };
  const lines = preview?.lines ?? [];
  const chosenLine = Math.min(line, Math.max(0, lines.length - 1));
  const chooseLine = (next: number) => {
    if (next >= 0 && next < lines.length) useExportDraft.setState({ line: next });
  };
  const openLine = () => {
    const opened = lines[chosenLine];
    if (opened !== undefined) navigate(reviewPath([], opened.itemId));
  };
  const indent = () => setIsIndented(!isIndented);
  useFormCommands(formatField, conditionsField);
  useCommands('export', [
    commandFor('export.run', () => void run(), canRun),
    commandFor('export.next-line', () => chooseLine(chosenLine + 1), lines.length > 0),
    commandFor('export.previous-line', () => chooseLine(chosenLine - 1), lines.length > 0),
    commandFor('export.open-line', openLine, lines.length > 0),
    commandFor('export.indent', indent),
  ]);

  return (
    <ExportFrame
      subtitle="Data sets of what people made of the outputs. Nothing is written before you choose a file."
      actions={
        <Button variant="primary" command="export.run" isDisabled={!canRun} onPress={() => void run()}>
          Export…
        </Button>
      }
      notices={
        start.error === null && jobId === null ? undefined : (
          <>
            {start.error === null ? null : <Notice tone="error">{failureOf(start.error).message}</Notice>}
            {jobId === null ? null : <ExportRun jobId={jobId} />}
          </>
        )
      }
    >
      <div className={styles['columns']}>
        <div className={styles['form']}>
          <SavedRecipeBar recipe={recipe} isComplete={isComplete} />
          <RecipeForm
            recipe={recipe}
            problems={problems}
            onChange={changeRecipe}
            formatField={formatField}
            conditionsField={conditionsField}
          />
        </div>
        <div className={styles['results']}>
          <RecipeResults
            shown={shown}
            isComplete={isComplete}
            isIndented={isIndented}
            line={chosenLine}
            onLine={chooseLine}
            onIndent={indent}
          />
        </div>
      </div>
    </ExportFrame>
  );
}
