import type { Source } from '../../../shared/contract/import-operations.ts';
import { formatPlural } from '../../ui/format.ts';
import { CountList } from './count-list.tsx';
import { addedSentence } from './import-outcome.ts';
import { PersonalDataReport } from './personal-data-report.tsx';
import { SkipReasons } from './skip-reasons.tsx';
import styles from './source-details.module.css';

/** What came of a source besides its counts of rows, and how it was read. */
export function SourceDetails({ source }: { readonly source: Source }) {
  const { path, adapter, brings, options, unmapped, skipReasons, personalData } = source;
  const added = addedSentence(source);
  const columns = Object.keys(unmapped).length;
  return (
    <div className={styles['details']}>
      <dl className={styles['facts']}>
        <dt>File</dt>
        <dd>{path}</dd>
        <dt>Read as</dt>
        <dd>{readAs(adapter, brings)}</dd>
        {added === null ? null : (
          <>
            <dt>Added</dt>
            <dd>{added}</dd>
          </>
        )}
        {options.pseudonymise === true ? (
          <>
            <dt>User ids</dt>
            <dd>Replaced by pseudonyms</dd>
          </>
        ) : null}
      </dl>
      <SkipReasons reasons={skipReasons} />
      {columns === 0 ? null : (
        <CountList
          title={
            brings === 'interactions'
              ? `${formatPlural(columns, 'column')} kept as metadata, with the rows that filled them`
              : `${formatPlural(columns, 'column')} not taken, with the rows that filled them`
          }
          counts={unmapped}
        />
      )}
      {personalData === null ? null : <PersonalDataReport found={personalData} />}
    </div>
  );
}

function readAs(adapter: string | null, brings: Source['brings']): string {
  const rows = brings === 'interactions' ? 'interactions' : 'additions to interactions of other files';
  return adapter === null ? `Rows as they stand; ${rows}` : `${adapter}; ${rows}`;
}
