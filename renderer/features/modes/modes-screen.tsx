import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useSettings } from '../../api/use-settings.ts';
import { useCommands } from '../../app/key-map.ts';
import { EmptyModes } from './empty-modes.tsx';
import { ModeList } from './mode-list.tsx';
import { focusRow, visibleRowsOf } from './mode-list-focus.ts';
import { ModelDialog, modelOptions } from './model-dialog.tsx';
import { NameDialog } from './name-dialog.tsx';
import { OpenedPane } from './opened-pane.tsx';
import { listCommands } from './modes-commands.ts';
import { ModesHead } from './modes-head.tsx';
import { differencePath, openedPath, readAddress, rowKey } from './modes-address.ts';
import {
  following,
  setFolded,
  setModesState,
  shapes,
  sorts,
  statusFilters,
  useModesState,
} from './modes-state.ts';
import styles from './modes.module.css';
import { PendingBanner } from './pending-banner.tsx';
import { ScreenNotices } from './screen-notices.tsx';
import { useClustering } from './use-clustering.ts';
import { useModeActs } from './use-mode-acts.ts';
import { useModesList } from './use-modes-list.ts';

export interface ModesScreenProps {
  /** What stands behind `/modes/` in the address. */
  readonly rest?: string;
}

/** What goes wrong, how much of it, and examples: failure modes, clusters that wait for a word, and the rest. */
export function ModesScreen({ rest }: ModesScreenProps) {
  const queries = useQueries();
  const [, navigate] = useLocation();
  const isReadOnly = useQuery(queries.project.current.queryOptions()).data?.readOnly ?? false;
  const acts = useModeActs();
  const clustering = useClustering();
  const list = useModesList(clustering.endedAt);
  const { shape, sort, status, folded } = useModesState();
  const models = useSettings().settings?.models;
  const [isNaming, setNaming] = useState(false);
  const [isChoosingModel, setChoosingModel] = useState(false);

  const chosen = visibleRowsOf(list.seen);
  const named = readAddress(rest);
  const first = chosen[0];
  const opened = named ?? (first === undefined ? null : readAddress(first.key));
  const openedKey = opened === null ? null : rowKey(opened);
  const place = chosen.findIndex(({ key }) => key === openedKey);
  const row = chosen[place];

  const goTo = (index: number) => {
    const next = chosen[index];
    const target = next === undefined ? null : readAddress(next.key);
    if (next === undefined || target === null) return;
    navigate(openedPath(target), { replace: true });
    focusRow(
      next.key,
      list.seen.findIndex(({ key }) => key === next.key),
    );
  };
  useCommands(
    'modes.list',
    listCommands({
      next: () => goTo(place + 1),
      previous: () => goTo(Math.max(0, place - 1)),
      fold: () => row !== undefined && setFolded(row.key, true),
      unfold: () => row !== undefined && setFolded(row.key, false),
      back: () => goTo(Math.max(0, place)),
      shape: () => setModesState({ shape: following(shapes, shape) }),
      sort: () => setModesState({ sort: following(sorts, sort) }),
      filter: () => setModesState({ status: following(statusFilters, status) }),
      cluster: () => clustering.run(),
      // Where there is nothing to choose from, it begins at once.
      clusterAnew: () =>
        models === undefined || modelOptions(models).length === 1
          ? clustering.runAnew()
          : setChoosingModel(true),
      stop: clustering.stop,
      difference: () => navigate(differencePath),
      undo: () => void acts.step('undo'),
      redo: () => void acts.step('redo'),
      create: () => setNaming(true),
      canWrite: !isReadOnly,
      isRunning: clustering.job !== null,
      hasPending: clustering.pending !== null,
      canFold: row !== undefined && row.children.length > 0 && !folded.has(row.key),
      canUnfold: row !== undefined && folded.has(row.key),
      hasRows: chosen.length > 0,
    }),
  );

  const isEmpty =
    !list.isPending && list.rows.length === 0 && status === null && named?.kind !== 'difference';
  return (
    <div className={styles['screen']}>
      <ModesHead
        clustering={clustering}
        list={list}
        isReadOnly={isReadOnly}
        onCreate={() => setNaming(true)}
      />
      <ScreenNotices
        failures={[
          { text: clustering.error },
          { text: acts.failure, action: 'Dismiss', run: acts.putAway },
          {
            text: list.error === null ? null : failureOf(list.error).message,
            action: 'Try again',
            run: list.reload,
          },
        ]}
      />
      <PendingBanner
        pending={clustering.pending}
        isShown={opened?.kind === 'difference'}
        onShow={() => navigate(differencePath)}
      />
      {isEmpty && list.error === null ? (
        <EmptyModes clustering={clustering} isReadOnly={isReadOnly} />
      ) : (
        <div className={styles['panes']} aria-busy={list.isPending || undefined}>
          <ModeList
            list={list}
            openedKey={openedKey}
            acts={acts}
            isReadOnly={isReadOnly}
            onOpen={(key) => {
              const target = readAddress(key);
              if (target !== null) navigate(openedPath(target), { replace: true });
            }}
          />
          <div className={styles['opened']} data-opened={openedKey ?? undefined}>
            {opened === null ? null : (
              <OpenedPane opened={opened} list={list} acts={acts} isReadOnly={isReadOnly} />
            )}
          </div>
        </div>
      )}
      {isChoosingModel && models !== undefined ? (
        <ModelDialog
          models={models}
          chosen={clustering.current?.settings.model ?? null}
          onChoose={(model) => {
            setChoosingModel(false);
            clustering.runAnew(model);
          }}
          onClose={() => setChoosingModel(false)}
        />
      ) : null}
      {isNaming ? (
        <NameDialog
          title="New failure mode"
          confirm="Add the failure mode"
          onClose={() => setNaming(false)}
          onName={async (name) => {
            const made = await acts.act(
              (client, annotator) => client.modes.create({ annotator, mode: { name } }),
              `Added “${name}”`,
            );
            if (made === null) return;
            setNaming(false);
            navigate(openedPath({ kind: 'mode', id: made.id }), { replace: true });
          }}
        />
      ) : null}
    </div>
  );
}
