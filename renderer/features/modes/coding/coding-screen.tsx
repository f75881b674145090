import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { failureOf } from '../../../api/failure.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { useCommands } from '../../../app/key-map.ts';
import { reviewPath } from '../../../app/routes.ts';
import { Button } from '../../../ui/button.tsx';
import { ChooserDialog } from '../../../ui/chooser-dialog.tsx';
import { formatPlural } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { NameDialog } from '../name-dialog.tsx';
import { useModeActs } from '../use-mode-acts.ts';
import { codingCommands } from './coding-commands.ts';
import { CodingHead } from './coding-head.tsx';
import styles from './coding.module.css';
import { GroupList } from './group-list.tsx';
import { NoteList } from './note-list.tsx';
import { NoteTabs } from './note-tabs.tsx';
import { SaturationPanel } from './saturation-panel.tsx';
import { useGrouping } from './use-grouping.ts';
import { useNextToCode } from './use-next-to-code.ts';
import { useNotes } from './use-notes.ts';
import { usePickedNotes } from './use-picked-notes.ts';

/** Free notes first, then groups of them: each group is a failure mode. */
export function CodingScreen() {
  const queries = useQueries();
  const [, navigate] = useLocation();
  const canWrite = useQuery(queries.project.current.queryOptions()).data?.readOnly !== true;
  const [isGrouped, setGrouped] = useState(false);
  const [asked, setAsked] = useState<'group' | 'create' | null>(null);
  const notes = useNotes(isGrouped);
  const picking = usePickedNotes(notes.notes);
  const acts = useModeActs();
  const grouping = useGrouping(notes, acts);
  const next = useNextToCode();
  const current = notes.notes[picking.index];

  const side = () => {
    setGrouped(!isGrouped);
    picking.clear();
    picking.goTo(0);
  };
  const put = (mode: { id: string; name: string }) => {
    setAsked(null);
    picking.clear();
    void grouping.put(picking.picked, mode);
  };
  const putInNew = (name: string) => {
    setAsked(null);
    picking.clear();
    void grouping.putInNew(picking.picked, name);
  };
  useCommands(
    'coding',
    codingCommands({
      move: picking.move,
      extend: picking.extend,
      select: () => picking.toggle(picking.index),
      clear: picking.clear,
      group: () => setAsked('group'),
      create: () => setAsked('create'),
      open: () => current !== undefined && navigate(reviewPath([], current.interactionId)),
      side,
      nextItem: () => void (next.queue === null ? next.make() : next.open()),
      undo: () => void grouping.step('undo'),
      redo: () => void grouping.step('redo'),
      hasNotes: notes.notes.length > 0,
      hasSelection: picking.selected.size > 0,
      canWrite,
    }),
  );

  return (
    <div className={styles['screen']}>
      <CodingHead next={next} canWrite={canWrite} />
      {acts.failure === null ? null : (
        <Notice tone="error" actions={<Button onPress={acts.putAway}>Dismiss</Button>}>
          {acts.failure}
        </Notice>
      )}
      {notes.error === null ? null : <Notice tone="error">{failureOf(notes.error).message}</Notice>}
      <div className={styles['panes']}>
        <section className={styles['notes']} aria-label="Notes" aria-busy={notes.isPending || undefined}>
          <NoteTabs
            isGrouped={isGrouped}
            total={notes.total}
            selected={picking.selected.size}
            onChange={side}
          />
          {notes.notes.length > 0 ? (
            <NoteList
              key={String(isGrouped)}
              label={isGrouped ? 'Grouped notes' : 'Notes in no group'}
              notes={notes.notes}
              index={picking.index}
              selected={picking.selected}
              onGoTo={picking.goTo}
              onToggle={picking.toggle}
              onNearEnd={notes.loadMore}
            />
          ) : notes.isPending ? null : (
            <p className={styles['empty']}>{isGrouped ? noneGrouped : noneLeft}</p>
          )}
        </section>
        <div className={styles['side']}>
          <GroupList
            groups={notes.groups}
            picked={picking.picked.length}
            canWrite={canWrite}
            onPut={put}
            onChoose={() => setAsked('group')}
            onCreate={() => setAsked('create')}
          />
          <SaturationPanel />
        </div>
      </div>
      {asked === 'group' ? (
        <ChooserDialog
          title={`Put ${formatPlural(picking.picked.length, 'note')} into`}
          label="Group"
          options={notes.groups.map(({ id, name, notes: count }) => ({
            value: id,
            name,
            detail: formatPlural(count, 'note'),
          }))}
          empty="There are no groups yet. Type a name to add the first."
          onChoose={(id) => put({ id, name: notes.groups.find((group) => group.id === id)?.name ?? '' })}
          onAdd={putInNew}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked === 'create' ? (
        <NameDialog
          title="New failure mode"
          confirm="Add it with these notes"
          hint={`${formatPlural(picking.picked.length, 'note')} will be in it.`}
          onName={putInNew}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </div>
  );
}

const noneLeft =
  'No note is left without a group. Open the next interaction and write down what is wrong with it, on a change or on the whole output.';
const noneGrouped = 'No note is in a group yet. Put notes that say the same into one.';
