import type { Brings, ImportPreview } from '../../../shared/contract/import-operations.ts';
import { formatCount, formatPlural } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { ArrivingRows } from './arriving-rows.tsx';
import styles from './dry-run.module.css';
import { RejectRows } from './reject-rows.tsx';
import { SkipReasons } from './skip-reasons.tsx';

export interface DryRunProps {
  readonly preview: ImportPreview;
  readonly brings: Brings;
}

const shownRejects = 20;

/** What the first rows would become; nothing is stored. */
export function DryRun({ preview, brings }: DryRunProps) {
  const { read, rejects, rows, unmapped, skipped } = preview;
  return (
    <>
      <Section
        title={`Dry run of the first ${formatPlural(read, 'row')}`}
        hint={`${dryRunSentence(preview, brings)} Nothing is stored yet.`}
      >
        {rows.length === 0 ? null : <ArrivingRows rows={rows} brings={brings} />}
        {unmapped.length === 0 ? null : (
          <p>
            <strong>{brings === 'interactions' ? 'Kept as metadata:' : 'Not taken:'}</strong>{' '}
            <span className={styles['unmapped']}>{unmapped.join(', ')}</span>
          </p>
        )}
        <SkipReasons reasons={skipped} />
      </Section>
      {rejects.length === 0 ? null : (
        <Section
          title="Rows that would be rejected"
          hint={
            rejects.length > shownRejects
              ? `The first ${shownRejects} of ${formatCount(rejects.length)}. They go to the reject list; the others are imported.`
              : 'They go to the reject list; the others are imported.'
          }
        >
          <RejectRows rejects={rejects.slice(0, shownRejects)} />
        </Section>
      )}
    </>
  );
}

/** `60 would be imported, 2 rejected.` */
export function dryRunSentence({ accepted, rejects, skipped }: ImportPreview, brings: Brings): string {
  const taken =
    brings === 'attachments'
      ? `${formatCount(accepted)} would be looked up in the project`
      : `${formatCount(accepted)} would be imported`;
  const left = Object.values(skipped).reduce((sum, count) => sum + count, 0);
  const parts = [
    ...(rejects.length > 0 ? [`${formatCount(rejects.length)} rejected`] : []),
    ...(left > 0 ? [`${formatCount(left)} skipped`] : []),
  ];
  if (parts.length === 0) return `All ${taken}.`;
  return `${[taken, ...parts].join(', ')}.`;
}
