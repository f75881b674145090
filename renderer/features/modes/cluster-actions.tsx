import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Cluster } from '../../../shared/contract/cluster-operations.ts';
import { useCommands } from '../../app/key-map.ts';
import { modePath, paths, reviewPath } from '../../app/routes.ts';
import { changeRecipe } from '../../state/export-draft.ts';
import { Button } from '../../ui/button.tsx';
import { ChooserDialog } from '../../ui/chooser-dialog.tsx';
import { modeChoices } from './mode-choices.ts';
import { openedPath } from './modes-address.ts';
import { on } from './modes-commands.ts';
import { NameDialog } from './name-dialog.tsx';
import styles from './opened.module.css';
import type { ModeActs } from './use-mode-acts.ts';
import type { ModesList } from './use-modes-list.ts';

export interface ClusterActionsProps {
  readonly cluster: Cluster;
  readonly list: ModesList;
  readonly acts: ModeActs;
  readonly isReadOnly: boolean;
}

/** What a person can say of a cluster. */
export function ClusterActions({ cluster, list, acts, isReadOnly }: ClusterActionsProps) {
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<'new' | 'into' | null>(null);
  const close = () => setDialog(null);
  const { id, name, suggestedName, state } = cluster;
  const isOpen = state === 'proposed';
  const filter = [{ field: 'cluster', operator: '=', value: id }] as const;
  const review = () => navigate(reviewPath([...filter]));
  const exportThese = () => {
    changeRecipe({ filter: [...filter] });
    navigate(paths.export);
  };
  const dismiss = async () => {
    const next = followingProposal(list, id);
    const done = await acts.act(
      (client, annotator) => client.modes.decideCluster({ annotator, cluster: id, modes: [] }),
      `Dismissed “${name}”`,
    );
    if (done !== null)
      navigate(next === null ? paths.modes : openedPath({ kind: 'cluster', id: next }), { replace: true });
  };
  const reopen = () =>
    void acts.act(
      (client, annotator) => client.modes.decideCluster({ annotator, cluster: id, modes: null }),
      `“${name}” is a proposal again`,
    );
  const confirmNew = async (given: string) => {
    const done = await acts.act(
      (client, annotator) => client.modes.decideCluster({ annotator, cluster: id, modes: [], create: given }),
      `Confirmed as “${given}”`,
    );
    if (done === null) return;
    close();
    const [made] = done.failureModes;
    if (made !== undefined) navigate(modePath(made.id), { replace: true });
  };
  const confirmInto = async (target: string) => {
    close();
    const done = await acts.act(
      (client, annotator) => client.modes.decideCluster({ annotator, cluster: id, modes: [target] }),
      `Confirmed as “${list.modes.find((mode) => mode.id === target)?.name ?? ''}”`,
    );
    if (done !== null) navigate(modePath(target), { replace: true });
  };
  const canDecide = isOpen && !isReadOnly;
  useCommands('modes.cluster', [
    on('confirm', () => setDialog('new'), canDecide),
    on('confirm-into', () => setDialog('into'), canDecide && list.modes.length > 0),
    on('dismiss', () => void dismiss(), canDecide),
    on('review', review),
    on('export', exportThese),
  ]);
  return (
    <div className={styles['actions']}>
      {canDecide ? (
        <>
          <Button variant="primary" command="modes.confirm" onPress={() => setDialog('new')}>
            Confirm as a new failure mode
          </Button>
          <Button
            command="modes.confirm-into"
            isDisabled={list.modes.length === 0}
            onPress={() => setDialog('into')}
          >
            Confirm as…
          </Button>
          <Button command="modes.dismiss" onPress={() => void dismiss()}>
            Dismiss
          </Button>
        </>
      ) : null}
      {isOpen || isReadOnly ? null : <Button onPress={reopen}>Make it a proposal again</Button>}
      <Button command="modes.review" onPress={review}>
        Review these
      </Button>
      <Button command="modes.export" onPress={exportThese}>
        Export these
      </Button>
      {dialog === 'new' ? (
        <NameDialog
          title="Confirm as a new failure mode"
          confirm="Confirm"
          name={suggestedName ?? name}
          hint={
            suggestedName === null
              ? 'Suggested from its terms. Write the name that your team uses.'
              : 'Suggested by the language model that the settings name. Write the name that your team uses.'
          }
          onClose={close}
          onName={confirmNew}
        />
      ) : null}
      {dialog === 'into' ? (
        <ChooserDialog
          title={`Confirm “${name}” as`}
          label="Failure mode"
          options={modeChoices(list.modes)}
          onClose={close}
          onChoose={(target) => void confirmInto(target)}
        />
      ) : null}
    </div>
  );
}

/** The proposal behind this one, else the one before it: where to go on once it is decided. */
function followingProposal({ clusters }: ModesList, id: string): string | null {
  const open = clusters.filter(({ state }) => state === 'proposed');
  const place = open.findIndex((cluster) => cluster.id === id);
  return open[place + 1]?.id ?? open[place - 1]?.id ?? null;
}
