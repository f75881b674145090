import { useLocation } from 'wouter';
import type { Mode } from '../../../shared/contract/cluster-operations.ts';
import { modePath } from '../../app/routes.ts';
import { ChooserDialog } from '../../ui/chooser-dialog.tsx';
import { formatPlural } from '../../ui/format.ts';
import { modeChoices } from './mode-choices.ts';
import { belongingsText } from './mode-texts.ts';
import styles from './opened.module.css';
import type { ModeActs } from './use-mode-acts.ts';

export interface ModeDialogProps {
  readonly mode: Mode;
  readonly modes: readonly Mode[];
  readonly acts: ModeActs;
  readonly onClose: () => void;
}

/** Chooses the failure mode that stands for this one from now on, and says before what will be. */
export function MergeDialog({ mode, modes, acts, onClose }: ModeDialogProps) {
  const [, navigate] = useLocation();
  const merge = async (into: string) => {
    const name = modes.find(({ id }) => id === into)?.name ?? '';
    onClose();
    const merged = await acts.act(
      (client, annotator) => client.modes.merge({ annotator, from: [mode.id], into }),
      `“${mode.name}” is “${name}” from now on`,
    );
    if (merged !== null) navigate(modePath(merged.id), { replace: true });
  };
  return (
    <ChooserDialog
      title={`Merge “${mode.name}” into`}
      label="Failure mode"
      options={modeChoices(modes, ({ id }) => id !== mode.id)}
      onClose={onClose}
      onChoose={(into) => void merge(into)}
      renderPreview={(option) => {
        const into = modes.find(({ id }) => id === option?.value);
        return into === undefined ? null : <MergePreview from={mode} into={into} />;
      }}
    />
  );
}

function MergePreview({ from, into }: { readonly from: Mode; readonly into: Mode }) {
  return (
    <div className={styles['mergePreview']}>
      <p>
        <bdi>{from.name}</bdi> ({belongingsText(from)}) joins <bdi>{into.name}</bdi> ({belongingsText(into)}).
      </p>
      <p>
        Together <bdi>{into.name}</bdi> has {formatPlural(from.changes + into.changes, 'change')}. Its
        definition and status stay as they are. Undo brings both back.
      </p>
      <p className={styles['hint']}>Enter merges.</p>
    </div>
  );
}
