import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Mode } from '../../../shared/contract/cluster-operations.ts';
import { severities } from '../../../shared/domain/spans/severity.ts';
import { modeStatusNames } from '../../../shared/domain/modes/mode-status.ts';
import { useCommands } from '../../app/key-map.ts';
import { newQueuePath, paths, reviewPath } from '../../app/routes.ts';
import { changeRecipe } from '../../state/export-draft.ts';
import { Button } from '../../ui/button.tsx';
import { ChooserDialog } from '../../ui/chooser-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { modeChoices } from './mode-choices.ts';
import { withDescendants } from './mode-rows.ts';
import { on } from './modes-commands.ts';
import { statuses } from './modes-state.ts';
import styles from './opened.module.css';
import { RetireDialog } from './retire-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import type { ModeActs } from './use-mode-acts.ts';
import type { ModesList } from './use-modes-list.ts';

export interface ModeActionsProps {
  readonly mode: Mode;
  readonly list: ModesList;
  readonly acts: ModeActs;
  readonly isReadOnly: boolean;
}

type OpenDialog = 'status' | 'severity' | 'under' | 'merge' | 'split' | 'retire';

const none = 'none';

/** What can be done with a failure mode as a whole. */
export function ModeActions({ mode, list, acts, isReadOnly }: ModeActionsProps) {
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const close = () => setDialog(null);
  const { id } = mode;
  const filter = [{ field: 'mode', operator: '=', value: id }] as const;
  const review = () => navigate(reviewPath([...filter]));
  const queueThese = () => navigate(newQueuePath([...filter]));
  const exportThese = () => {
    changeRecipe({ filter: [...filter] });
    navigate(paths.export);
  };
  const canWrite = !isReadOnly;
  useCommands('modes.mode', [
    on('status', () => setDialog('status'), canWrite),
    on('severity', () => setDialog('severity'), canWrite),
    on('under', () => setDialog('under'), canWrite),
    on('merge', () => setDialog('merge'), canWrite && list.modes.length > 1),
    on('split', () => setDialog('split'), canWrite),
    on('retire', () => setDialog('retire'), canWrite),
    on('review', review),
    on('queue', queueThese, canWrite),
    on('export', exportThese),
  ]);

  const update = async (change: Partial<Pick<Mode, 'status' | 'severity' | 'parent'>>, said: string) => {
    close();
    await acts.act((client, annotator) => client.modes.update({ id, annotator, change }), said);
  };
  const below = withDescendants(list.modes, id);
  const shared = { mode, modes: list.modes, acts, onClose: close };
  return (
    <div className={styles['actions']}>
      <Button command="modes.review" onPress={review}>
        Review these
      </Button>
      <Button command="modes.export" onPress={exportThese}>
        Export these
      </Button>
      {isReadOnly ? null : (
        <>
          <Button command="modes.queue" onPress={queueThese}>
            Queue these
          </Button>
          <Button command="modes.status" onPress={() => setDialog('status')}>
            Status
          </Button>
          <Button command="modes.severity" onPress={() => setDialog('severity')}>
            Severity
          </Button>
          <Button command="modes.under" onPress={() => setDialog('under')}>
            Move under…
          </Button>
          <Button command="modes.merge" isDisabled={list.modes.length < 2} onPress={() => setDialog('merge')}>
            Merge into…
          </Button>
          <Button command="modes.split" onPress={() => setDialog('split')}>
            Split…
          </Button>
          <Button command="modes.retire" onPress={() => setDialog('retire')}>
            Take out
          </Button>
        </>
      )}
      {dialog === 'status' ? (
        <ChooserDialog
          title={`Status of “${mode.name}”`}
          label="Status"
          options={statuses.map((value) => ({ value, name: modeStatusNames[value] }))}
          chosen={mode.status}
          onClose={close}
          onChoose={(value) => {
            const status = statuses.find((one) => one === value) ?? mode.status;
            void update({ status }, `“${mode.name}”: ${modeStatusNames[status].toLowerCase()}`);
          }}
        />
      ) : null}
      {dialog === 'severity' ? (
        <ChooserDialog
          title={`Severity of “${mode.name}”`}
          label="Severity"
          options={[
            ...severities.map((value) => ({ value, name: value })),
            { value: none, name: 'not said' },
          ]}
          chosen={mode.severity ?? none}
          onClose={close}
          onChoose={(value) => {
            const severity = severities.find((one) => one === value) ?? null;
            void update({ severity }, `“${mode.name}”: severity ${severity ?? 'not said'}`);
          }}
        />
      ) : null}
      {dialog === 'under' ? (
        <ChooserDialog
          title={`Move “${mode.name}” under`}
          label="Failure mode above it"
          options={[
            { value: none, name: 'None: at the top' },
            ...modeChoices(list.modes, (one) => !below.has(one.id)),
          ]}
          chosen={mode.parent ?? none}
          onClose={close}
          onChoose={(value) => {
            const parent = value === none ? null : value;
            const above = list.modes.find((one) => one.id === parent);
            void update(
              { parent },
              above === undefined
                ? `“${mode.name}” is at the top`
                : `“${mode.name}” is under “${above.name}”`,
            );
          }}
        />
      ) : null}
      {dialog === 'merge' ? <MergeDialog {...shared} /> : null}
      {dialog === 'split' ? <SplitDialog {...shared} /> : null}
      {dialog === 'retire' ? <RetireDialog {...shared} /> : null}
    </div>
  );
}
