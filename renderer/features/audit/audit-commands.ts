import type { Command } from '../../app/key-map.ts';

export interface AuditActions {
  readonly nextGap: () => void;
  readonly previousGap: () => void;
  readonly addToPlan: () => void;
  readonly matrix: () => void;
  readonly allRows: () => void;
  readonly other: () => void;
  readonly leave: () => void;
  readonly saveMarkdown: () => void;
  readonly saveHtml: () => void;
  readonly print: () => void;
  readonly recompute: () => void;
  readonly hasReport: boolean;
  readonly hasGaps: boolean;
  readonly hasMore: boolean;
  readonly hasCell: boolean;
  readonly canPlan: boolean;
  readonly canWrite: boolean;
}

/** The keys of the audit; arrow keys go from cell to cell while the matrix has the focus. */
export function auditCommands(actions: AuditActions): Command[] {
  const { hasReport, hasGaps, hasMore, hasCell, canPlan, canWrite } = actions;
  return [
    on('next', 'Next gap', ['j'], actions.nextGap, hasGaps),
    on('previous', 'Previous gap', ['k'], actions.previousGap, hasGaps),
    on('plan', 'Add the gap to the plan', ['a'], actions.addToPlan, canPlan),
    on('matrix', 'Go to the coverage', ['c'], actions.matrix, hasReport),
    on('rows', 'Show all rows of the coverage, or the greatest', ['e'], actions.allRows, hasMore),
    on('other', 'Examples that have the signal, or lack it', ['x'], actions.other, hasCell),
    on('leave', 'Close the examples', ['Escape'], actions.leave, hasCell),
    on('markdown', 'Save the audit as Markdown', ['m'], actions.saveMarkdown, hasReport),
    on('html', 'Save the audit as HTML', ['h'], actions.saveHtml, hasReport),
    on('print', 'Print the audit', ['p'], actions.print, hasReport),
    on('recompute', 'Work out what is missing', ['r'], actions.recompute, canWrite),
  ];
}

function on(id: string, name: string, keys: readonly string[], run: () => void, enabled: boolean): Command {
  return { id: `audit.${id}`, name, keys, group: 'Audit', run, enabled };
}
