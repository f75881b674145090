import type { Job } from '../../../shared/contract/job-operations.ts';
import type { Actor } from '../../services/review/act.ts';
import { flagItem, resolveFlag, setGoldAnswer, skipItem } from '../../services/review/set-mark.ts';
import { goldAccuracy, goldOf, listGold } from '../../services/queues/gold-accuracy.ts';
import { dropUnusedBuilds } from '../../services/queues/make-queue.ts';
import { changeQueue, createQueue, removeQueue } from '../../services/queues/manage-queues.ts';
import {
  getQueue,
  nextInQueue,
  queueItems,
  queueNeighbours,
  queueProgress,
  queues,
} from '../../services/queues/read-queue.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createQueuesHandlers(state: EngineState) {
  const { queues: area } = operations;
  const database = () => unwrap(state.requireProject()).database;
  const writable = () => unwrap(state.requireWritable()).database;
  const announce = () => state.events.publish({ type: 'changed', areas: ['queues'] });
  const make = (queueId: string): Job => {
    const project = unwrap(state.requireWritable());
    const { name } = unwrap(getQueue(project.database, queueId));
    const title = `Putting ${name} in order`;
    return state.jobs.start(project, { kind: 'queue', title, unit: 'rows', input: { queueId } });
  };
  return {
    list: area.list.handler(() => queues(database())),
    get: area.get.handler(({ input }) => unwrap(getQueue(database(), input.id))),
    create: area.create.handler(({ input }) => {
      const id = unwrap(createQueue(writable(), input, Date.now()));
      announce();
      return { queue: unwrap(getQueue(database(), id)), jobId: make(id).id };
    }),
    update: area.update.handler(({ input }) => {
      const { isStale } = unwrap(changeQueue(writable(), input, Date.now()));
      announce();
      return { queue: unwrap(getQueue(database(), input.id)), jobId: isStale ? make(input.id).id : null };
    }),
    delete: area.delete.handler(async ({ input }) => {
      const connection = writable();
      unwrap(removeQueue(connection, input.id));
      announce();
      await dropUnusedBuilds(connection, null);
      return null;
    }),
    refresh: area.refresh.handler(({ input }) => ({ jobId: make(input.id).id })),
    items: area.items.handler(({ input }) => unwrap(queueItems(database(), input))),
    neighbours: area.neighbours.handler(({ input }) => unwrap(queueNeighbours(database(), input))),
    next: area.next.handler(({ input }) => unwrap(nextInQueue(database(), input))),
    progress: area.progress.handler(({ input }) => unwrap(queueProgress(database(), input))),
  };
}

export function createMarksHandlers(state: EngineState) {
  const { review } = operations;
  const writable = () => unwrap(state.requireWritable()).database;
  const actor = (annotator: string): Actor => ({ annotator, device: state.device, now: Date.now() });
  const announce = () => state.events.publish({ type: 'changed', areas: ['items', 'queues'] });
  return {
    skip: review.skip.handler(({ input }) => {
      const { id: interactionId, queue: queueId, annotator, reason } = input;
      unwrap(skipItem(writable(), actor(annotator), { interactionId, queueId, reason }));
      announce();
      return { reason };
    }),
    flag: review.flag.handler(({ input }) => {
      const { id: interactionId, annotator, note } = input;
      const flags = unwrap(flagItem(writable(), actor(annotator), { interactionId, note }));
      announce();
      return { flags };
    }),
    resolveFlag: review.resolveFlag.handler(({ input }) => {
      const { id: interactionId, annotator, flaggedBy, resolution } = input;
      const flags = unwrap(
        resolveFlag(writable(), actor(annotator), { interactionId, flaggedBy, resolution }),
      );
      announce();
      return { flags };
    }),
  };
}

export function createGoldHandlers(state: EngineState) {
  const { gold } = operations;
  const database = () => unwrap(state.requireProject()).database;
  return {
    get: gold.get.handler(({ input }) => unwrap(goldOf(database(), input.id))),
    list: gold.list.handler(({ input }) => unwrap(listGold(database(), input))),
    set: gold.set.handler(({ input }) => {
      const { id: interactionId, annotator, question, value } = input;
      const connection = unwrap(state.requireWritable()).database;
      const actor: Actor = { annotator, device: state.device, now: Date.now() };
      const answers = unwrap(setGoldAnswer(connection, actor, { interactionId, question, value }));
      state.events.publish({ type: 'changed', areas: ['queues'] });
      return { answers };
    }),
    accuracy: gold.accuracy.handler(() => goldAccuracy(database())),
  };
}
