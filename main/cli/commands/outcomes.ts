import type { OutcomeSummary, SourceCoverage } from '../../../shared/contract/outcome-operations.ts';
import type { Answer } from '../command.ts';
import { formatCount, formatTable, oneLine, plural, shareText } from '../format.ts';
import { joinMethodText } from '../join-method-option.ts';
import { withProject } from '../with-project.ts';

/** Outcomes with what is known of each, and how their files were joined. */
export async function listOutcomes(project: string): Promise<Answer> {
  return withProject(project, 'read', async (client) => {
    const { interactions, outcomes } = await client.outcomes.list();
    const coverage = await client.outcomes.coverage();
    const text = [
      outcomes.length === 0
        ? 'No outcome is known. Join a file of outcomes with import --attach, or map columns to outcome.NAME.'
        : `${plural(interactions, 'interaction')}\n\n${outcomeTable(outcomes)}`,
      ...(coverage.length === 0 ? [] : ['', 'Joined files:', coverageTable(coverage)]),
    ].join('\n');
    return { json: { interactions, outcomes, coverage }, text };
  });
}

function outcomeTable(outcomes: readonly OutcomeSummary[]): string {
  return formatTable([
    ['outcome', 'yes', 'no', 'no by horizon', 'may still come', 'unknown', 'share of known', 'median days'],
    ...outcomes.map((outcome) => [
      oneLine(outcome.definition.name, 40),
      formatCount(outcome.yes),
      formatCount(outcome.noByValue),
      formatCount(outcome.noByHorizon + outcome.noByLate),
      formatCount(outcome.pending),
      formatCount(outcome.unknown),
      outcome.median === null ? shareText(outcome.rate) : `median ${formatCount(outcome.median)}`,
      outcome.medianDelayDays === null ? '' : String(Math.round(outcome.medianDelayDays * 100) / 100),
    ]),
  ]);
}

function coverageTable(coverage: readonly SourceCoverage[]): string {
  return formatTable([
    ['file', 'by', 'rows', 'joined', 'not joined', 'why'],
    ...coverage.map(({ name, method, rows, joined, reasons }) => [
      oneLine(name, 40),
      oneLine(joinMethodText(method), 40),
      formatCount(rows),
      formatCount(joined),
      formatCount(rows - joined),
      Object.entries(reasons)
        .map(([reason, count]) => `${reason} ${formatCount(count)}`)
        .join(', '),
    ]),
  ]);
}
