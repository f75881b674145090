import { failureOf } from '../../../api/failure.ts';
import { Button } from '../../../ui/button.tsx';
import { formatPlural } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { hasReports, Reports } from '../reports/reports.tsx';
import { ExportCounts } from './export-counts.tsx';
import { Findings } from './findings.tsx';
import { Funnel } from './funnel.tsx';
import { LineList } from './line-list.tsx';
import { LineSource } from './line-source.tsx';
import styles from './recipe-results.module.css';
import type { ShownPreview } from './use-preview.ts';

export interface RecipeResultsProps {
  readonly shown: ShownPreview;
  /** False where a field of the recipe has to be mended first. */
  readonly isComplete: boolean;
  readonly isIndented: boolean;
  /** Index of the line that is chosen. */
  readonly line: number;
  readonly onLine: (index: number) => void;
  readonly onIndent: () => void;
}

/** What a recipe gives: counts, losses, the real lines beside their interactions, and reports. */
export function RecipeResults(props: RecipeResultsProps) {
  const { shown, isComplete, isIndented, line, onLine, onIndent } = props;
  const { preview, isStale, error } = shown;
  const lines = preview?.lines ?? [];
  const chosen = lines[line];
  const lostRules = new Set(preview?.funnel.flatMap(({ lost }) => lost.map(({ rule }) => rule)));
  const findings = preview?.findings.filter(({ rule }) => !lostRules.has(rule)) ?? [];
  const reports = preview?.reports ?? {};
  return (
    <div className={styles['results']} data-stale={isStale || undefined} aria-busy={isStale}>
      {error === null ? null : <Notice tone="error">{failureOf(error).message}</Notice>}
      <Section title="What it holds" hint={hintOf(props)}>
        <div className={styles['shown']}>
          <ExportCounts counts={preview?.counts} />
          <Funnel funnel={preview?.funnel ?? []} />
          <Findings findings={findings} />
        </div>
      </Section>
      <Section
        title="First lines"
        hint={lines.length === 0 ? '' : `${line + 1} of the first ${lines.length}`}
        actions={
          <Button variant="quiet" command="export.indent" aria-pressed={isIndented} onPress={onIndent}>
            {isIndented ? 'As in the file' : 'Indented'}
          </Button>
        }
      >
        {preview !== undefined && lines.length === 0 ? (
          <EmptyExport />
        ) : (
          <div className={styles['lines']}>
            <LineList
              key={String(isIndented)}
              lines={lines}
              isIndented={isIndented}
              chosen={line}
              onChoose={onLine}
            />
            {chosen === undefined ? <span /> : <LineSource itemId={chosen.itemId} />}
          </div>
        )}
      </Section>
      {hasReports(reports) ? (
        <div data-reports tabIndex={-1} className={styles['shown']}>
          <Section title="Reports">
            <Reports reports={reports} />
          </Section>
        </div>
      ) : null}
      <p className={styles['status']} role="status">
        {isComplete && isStale && error === null ? 'Counting…' : ''}
      </p>
    </div>
  );
}

function hintOf({ isComplete, shown: { preview } }: RecipeResultsProps): string {
  if (!isComplete) return 'Of the recipe before: a field has to be mended first.';
  const errors = preview?.findings.filter(({ level }) => level === 'error').length ?? 0;
  return errors === 0 ? '' : `${formatPlural(errors, 'problem')} to look at before you export.`;
}

function EmptyExport() {
  return (
    <p className={styles['empty']}>
      No interaction makes a line with this recipe. Take a condition away, learn from unedited outputs as
      well, or edit outputs in the review screen first.
    </p>
  );
}
