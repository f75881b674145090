import type { PersonalData } from '../../../shared/contract/import-operations.ts';
import { findingKindNames } from '../../../shared/domain/privacy/finding.ts';
import { formatCount, formatPlural } from '../../ui/format.ts';
import styles from './personal-data-report.module.css';

/** What a scan of the texts found: counts and masked examples, never a whole value. */
export function PersonalDataReport({ found }: { readonly found: PersonalData }) {
  const texts = `the texts of ${formatPlural(found.interactions, 'interaction')}`;
  if (found.kinds.length === 0) {
    return <p>{`No personal data of the kinds looked for was found in ${texts}.`}</p>;
  }
  return (
    <div className={styles['report']}>
      <h3 className={styles['title']}>{`Personal data in ${texts}`}</h3>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col" className={styles['number']}>
              Found
            </th>
            <th scope="col" className={styles['number']}>
              Interactions
            </th>
            <th scope="col">Examples, masked</th>
          </tr>
        </thead>
        <tbody>
          {found.kinds.map(({ kind, findings, interactions, examples }) => (
            <tr key={kind}>
              <td>{findingKindNames[kind]}</td>
              <td className={styles['number']}>{formatCount(findings)}</td>
              <td className={styles['number']}>{formatCount(interactions)}</td>
              <td className={styles['examples']}>
                <code>{examples.join('   ')}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
