import { runInSlices } from '../../services/agreement/run-in-slices.ts';
import { getCluster } from '../../services/clusters/list-clusters.ts';
import { decideCluster } from '../../services/modes/decide-cluster.ts';
import { createMode, mergeModes, retireMode, updateMode } from '../../services/modes/edit-mode.ts';
import { getMode, isQuickToCount, listModes } from '../../services/modes/list-modes.ts';
import { setMembers } from '../../services/modes/set-members.ts';
import { splitMode } from '../../services/modes/split-mode.ts';
import { redoModes, undoModes } from '../../services/modes/undo-modes.ts';
import type { Actor } from '../../services/review/act.ts';
import { assignModesSoon } from '../assign-modes-soon.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createModesHandlers(state: EngineState) {
  const { modes } = operations;
  const project = () => unwrap(state.requireProject());
  const writable = () => unwrap(state.requireWritable());
  const actor = (annotator: string): Actor => ({ annotator, device: state.device, now: Date.now() });
  const announce = () => state.events.publish({ type: 'changed', areas: ['modes', 'clusters', 'schema'] });
  /** What was said is on disk; which changes have which failure mode follows in a job. */
  const said = () => {
    announce();
    assignModesSoon(state, writable());
  };
  const read = async (id: string) => {
    const { database } = project();
    return unwrap(
      isQuickToCount(database) ? getMode(database, id) : await state.readings.read(project(), 'mode', { id }),
    );
  };
  const readCluster = async (id: string) => {
    const { database } = project();
    return unwrap(
      isQuickToCount(database)
        ? await getCluster(database, { id })
        : await state.readings.read(project(), 'cluster', { id }),
    );
  };

  const step = async (annotator: string, move: typeof undoModes) => {
    const { database } = writable();
    const taken = unwrap(unwrap(await runInSlices(move(database, actor(annotator)))));
    said();
    return taken;
  };

  return {
    list: modes.list.handler(async ({ signal }) => {
      const { database } = project();
      if (isQuickToCount(database)) return listModes(database);
      return unwrap(await state.readings.read(project(), 'modes', {}, signal));
    }),
    get: modes.get.handler(async ({ input }) => read(input.id)),
    update: modes.update.handler(async ({ input }) => {
      const id = unwrap(updateMode(writable().database, actor(input.annotator), input));
      announce();
      return read(id);
    }),
    create: modes.create.handler(async ({ input }) => {
      const id = unwrap(createMode(writable().database, actor(input.annotator), input.mode));
      announce();
      return read(id);
    }),
    merge: modes.merge.handler(async ({ input }) => {
      const id = unwrap(mergeModes(writable().database, actor(input.annotator), input));
      said();
      return read(id);
    }),
    retire: modes.retire.handler(({ input }) => {
      unwrap(retireMode(writable().database, actor(input.annotator), input.id));
      said();
      return null;
    }),
    splitPreview: modes.splitPreview.handler(async ({ input, signal }) =>
      unwrap(await state.readings.read(project(), 'split', input, signal)),
    ),
    split: modes.split.handler(async ({ input }) => {
      const { database } = writable();
      const ids = unwrap(unwrap(await runInSlices(splitMode(database, actor(input.annotator), input))));
      said();
      return { modes: await Promise.all(ids.map(read)) };
    }),
    setMembers: modes.setMembers.handler(async ({ input }) => {
      const { database } = writable();
      const id = unwrap(unwrap(await runInSlices(setMembers(database, actor(input.annotator), input))));
      said();
      return read(id);
    }),
    decideCluster: modes.decideCluster.handler(async ({ input }) => {
      unwrap(decideCluster(writable().database, actor(input.annotator), input));
      said();
      return readCluster(input.cluster);
    }),
    undo: modes.undo.handler(async ({ input }) => step(input.annotator, undoModes)),
    redo: modes.redo.handler(async ({ input }) => step(input.annotator, redoModes)),
    history: modes.history.handler(async ({ input, signal }) =>
      unwrap(await state.readings.read(project(), 'modeHistory', input, signal)),
    ),
    segments: modes.segments.handler(async ({ input, signal }) =>
      unwrap(await state.readings.read(project(), 'segments', input, signal)),
    ),
  };
}
