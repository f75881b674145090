import type { AuditReport } from '../../../shared/contract/audit-operations.ts';
import { Button } from '../../ui/button.tsx';
import { formatPlural } from '../../ui/format.ts';
import { type CellPlace, Matrix } from '../../ui/matrix.tsx';
import { Section } from '../../ui/page.tsx';
import { cellOf, columnsOf, type CoverageColumn, type CoverageRow, fewRows, rowsOf } from './audit-cells.ts';
import styles from './audit.module.css';
import { Examples } from './examples.tsx';

/** A cell of the matrix whose examples are shown. */
export interface ChosenCell {
  readonly row: CoverageRow;
  readonly column: CoverageColumn;
}

export interface CoverageProps {
  readonly report: AuditReport;
  readonly isWhole: boolean;
  readonly chosen: CellPlace | null;
  /** Whether the examples have the signal or lack it. */
  readonly has: boolean;
  readonly onChoose: (place: CellPlace) => void;
  readonly onHas: (has: boolean) => void;
  readonly onWhole: () => void;
  readonly onLeave: () => void;
}

/** Outputs and signals: which share of outputs each signal is known of, and examples of one cell beside it. */
export function Coverage(props: CoverageProps) {
  const { report, isWhole, chosen, has, onChoose, onHas, onWhole, onLeave } = props;
  const rows = rowsOf(report, isWhole);
  const columns = columnsOf(report);
  const cell = chosenCell(rows, columns, chosen);
  return (
    <Section
      title="Coverage"
      hint="The share of outputs of which each signal is known, whatever its value, with their number. Enter shows examples of a cell."
      actions={
        report.rows.length > fewRows ? (
          <Button command="audit.rows" onPress={onWhole}>
            {isWhole ? `The ${fewRows} greatest` : `All ${formatPlural(report.rows.length, 'row')}`}
          </Button>
        ) : null
      }
    >
      <div className={styles['coverage']} data-coverage>
        <Matrix
          label="Coverage of outputs by signals"
          corner="Surface · model · prompt version"
          rows={rows.map(({ name }) => name)}
          columns={columns.map(({ name }) => name)}
          cellAt={({ row, column }) => {
            const of = rows[row];
            const signal = columns[column];
            return of === undefined || signal === undefined ? null : cellOf(of, signal);
          }}
          chosen={cell === null ? null : chosen}
          onChoose={onChoose}
        />
        {cell === null ? (
          <p className={styles['paneHint']}>Choose a cell to see interactions of it.</p>
        ) : (
          <Examples cell={cell} has={has} onHas={onHas} onLeave={onLeave} />
        )}
      </div>
    </Section>
  );
}

function chosenCell(
  rows: readonly CoverageRow[],
  columns: readonly CoverageColumn[],
  place: CellPlace | null,
): ChosenCell | null {
  const row = place === null ? undefined : rows[place.row];
  const column = place === null ? undefined : columns[place.column];
  return row === undefined || column === undefined ? null : { row, column };
}
