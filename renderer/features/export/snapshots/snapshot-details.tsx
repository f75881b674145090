import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Retired, SnapshotState } from '../../../../shared/contract/snapshot-operations.ts';
import { formats } from '../../../../shared/domain/export/formats/registry.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { useCommands } from '../../../app/key-map.ts';
import { openSavedRecipe, replaceRecipe } from '../../../state/export-draft.ts';
import { Button } from '../../../ui/button.tsx';
import { ChooserDialog } from '../../../ui/chooser-dialog.tsx';
import { fileName, formatMoment } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { commandFor } from '../export-command.ts';
import { ManifestView } from '../manifest-view.tsx';
import { hasReports, Reports } from '../reports/reports.tsx';
import { ExportCounts } from '../results/export-counts.tsx';
import { Funnel } from '../results/funnel.tsx';
import { FreezeDialog } from './freeze-dialog.tsx';
import { RetiredRows } from './retired-rows.tsx';
import styles from './snapshot-details.module.css';
import { SnapshotComparison } from './snapshot-comparison.tsx';
import { StateBadges } from './snapshot-list.tsx';
import { useVerification } from './use-verification.ts';
import { VerificationView } from './verification-view.tsx';

export interface SnapshotDetailsProps {
  readonly snapshot: SnapshotState;
  readonly retired: Retired | undefined;
  readonly others: readonly SnapshotState[];
  readonly comparedWith: SnapshotState | null;
  /** Null leaves the comparison. */
  readonly onCompare: (id: string | null) => void;
  /** Its recipe is in the form now. */
  readonly onRecipe: () => void;
}

/** One snapshot: what it holds, its files, and what can be done with it. */
export function SnapshotDetails(props: SnapshotDetailsProps) {
  const { snapshot, retired, others, comparedWith, onCompare, onRecipe } = props;
  const { manifest, recipeName, recipeVersion, frozenAt } = snapshot;
  const queries = useQueries();
  const isReadOnly = useQuery(queries.project.current.queryOptions()).data?.readOnly ?? false;
  const [dialog, setDialog] = useState<'freeze' | 'compare' | null>(null);
  const verification = useVerification(snapshot.id);
  const canFreeze = frozenAt === null && !isReadOnly;
  const openRecipe = () => {
    const { recipe } = manifest;
    if (recipeName === null || recipeVersion === null) replaceRecipe(recipe);
    else openSavedRecipe({ name: recipeName, version: recipeVersion, recipe, savedAt: snapshot.createdAt });
    onRecipe();
  };
  useCommands('snapshots', [
    commandFor('snapshots.recipe', openRecipe),
    commandFor('snapshots.verify', verification.start, !verification.isRunning),
    commandFor('snapshots.cancel', verification.cancel, verification.isRunning),
    commandFor('snapshots.freeze', () => setDialog('freeze'), canFreeze),
    commandFor('snapshots.compare', () => setDialog('compare'), others.length > 0),
    commandFor('snapshots.leave', () => onCompare(null), comparedWith !== null),
  ]);
  return (
    <div className={styles['details']} role="region" aria-label="Snapshot">
      <div className={styles['head']}>
        <h2 className={styles['name']} dir="auto">
          {fileName(snapshot.path)}
        </h2>
        <StateBadges snapshot={snapshot} retired={retired} />
        <p className={styles['about']}>
          {formats[manifest.recipe.format].name} · {formatMoment(snapshot.createdAt)}
          {recipeName === null ? '' : ` · ${recipeName}, version ${recipeVersion ?? 1}`}
          {frozenAt === null ? '' : ` · frozen ${formatMoment(frozenAt)}`} · Flywheel {manifest.app}
        </p>
        <p className={styles['path']}>{snapshot.path}</p>
      </div>
      <div className={styles['actions']}>
        <Button command="snapshots.verify" isDisabled={verification.isRunning} onPress={verification.start}>
          Verify
        </Button>
        <Button
          command="snapshots.compare"
          isDisabled={others.length === 0}
          onPress={() => setDialog('compare')}
        >
          Compare…
        </Button>
        <Button command="snapshots.recipe" onPress={openRecipe}>
          Open its recipe
        </Button>
        <Button
          variant="danger"
          command="snapshots.freeze"
          isDisabled={!canFreeze}
          onPress={() => setDialog('freeze')}
        >
          Freeze…
        </Button>
      </div>
      <VerificationView verification={verification} />
      {snapshot.damaged.length === 0 ? null : (
        <Notice tone="error" title="Files are missing or changed">
          {snapshot.damaged.join(', ')}. Verify makes them anew and says whether they come out the same.
        </Notice>
      )}
      {retired === undefined || retired.rows === 0 ? null : <RetiredRows retired={retired} />}
      {comparedWith === null ? (
        <>
          <Section title="What it holds">
            <ExportCounts counts={manifest.counts} />
            {manifest.funnel === undefined ? null : <Funnel funnel={manifest.funnel} />}
          </Section>
          <Section title="Files">
            <ManifestView manifest={manifest} />
          </Section>
          {manifest.reports === undefined || !hasReports(manifest.reports) ? null : (
            <Section title="Reports">
              <Reports reports={manifest.reports} />
            </Section>
          )}
        </>
      ) : (
        <SnapshotComparison one={snapshot} other={comparedWith} onLeave={() => onCompare(null)} />
      )}
      {dialog === 'freeze' ? <FreezeDialog snapshot={snapshot} onClose={() => setDialog(null)} /> : null}
      {dialog === 'compare' ? (
        <ChooserDialog
          title="Compare with"
          label="Snapshot"
          options={others.map(({ id, path, createdAt }) => ({
            value: id,
            name: fileName(path),
            detail: formatMoment(createdAt),
          }))}
          onChoose={(id) => {
            setDialog(null);
            onCompare(id);
          }}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  );
}
