import type { RecipeDifference } from '../../../../shared/contract/recipe-operations.ts';
import reports from '../reports/reports.module.css';

export interface RecipeDifferencesProps {
  readonly differences: readonly RecipeDifference[];
  /** What the two are, for the heads of the columns. */
  readonly before: string;
  readonly after: string;
}

/** The fields in which two recipes differ. */
export function RecipeDifferences({ differences, before, after }: RecipeDifferencesProps) {
  if (differences.length === 0) return <p>The recipes are the same.</p>;
  return (
    <table className={reports['table']}>
      <thead>
        <tr>
          <th scope="col">What changed</th>
          <th scope="col">Field</th>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => (
          <tr key={difference.field}>
            <th scope="row">{difference.sentence}</th>
            <td>
              <code>{difference.field}</code>
            </td>
            <td dir="auto">{difference.before ?? '–'}</td>
            <td dir="auto">{difference.after ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
