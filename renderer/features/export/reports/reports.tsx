import type { StageReports } from '../../../../shared/domain/export/stage-reports.ts';
import { DecontaminationReportView } from './decontamination-report.tsx';
import { DuplicatesReportView } from './duplicates-report.tsx';
import { PrivacyReportView } from './privacy-report.tsx';
import styles from './reports.module.css';
import { TokenReportView } from './token-report.tsx';

/** What the steps of an export tell beside the rows that they left out. */
export function Reports({ reports }: { readonly reports: StageReports }) {
  const { tokens, privacy, duplicates, decontamination } = reports;
  return (
    <div className={styles['reports']}>
      {tokens === undefined ? null : <TokenReportView report={tokens} />}
      {privacy === undefined ? null : <PrivacyReportView report={privacy} />}
      {duplicates === undefined ? null : <DuplicatesReportView report={duplicates} />}
      {decontamination === undefined ? null : <DecontaminationReportView report={decontamination} />}
    </div>
  );
}

export function hasReports(reports: StageReports): boolean {
  return Object.values(reports).some((report) => report !== undefined);
}
