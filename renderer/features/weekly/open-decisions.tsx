import type { OpenDecision } from '../../../shared/contract/weekly-operations.ts';
import { weeklyDecisionNames } from '../../../shared/domain/weekly/weekly-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Section } from '../../ui/page.tsx';
import styles from './weekly.module.css';

/** What was decided in earlier weeks and waits to be carried out. */
export function OpenDecisions({ open }: { readonly open: readonly OpenDecision[] }) {
  if (open.length === 0) return null;
  return (
    <Section
      title="Open decisions of earlier weeks"
      hint="Until a newer week decides about the same, or its failure mode is fixed, accepted or ignored."
    >
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Week</th>
            <th scope="col">Failure mode</th>
            <th scope="col">Decision</th>
            <th scope="col">Owner</th>
            <th scope="col">Due</th>
            <th scope="col">Note</th>
          </tr>
        </thead>
        <tbody>
          {open.map(({ week, subject, about, decision, owner, due, note, isOverdue }) => (
            <tr key={`${week}/${subject}`}>
              <td>{week}</td>
              <th scope="row">
                <bdi>{about.name}</bdi>
              </th>
              <td>{weeklyDecisionNames[decision]}</td>
              <td dir="auto">{owner ?? ''}</td>
              <td>
                {due ?? ''} {isOverdue ? <Badge tone="negative">Overdue</Badge> : null}
              </td>
              <td dir="auto">{note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
