import type { Result } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import type { ActorEvent } from '../../db/tables/events.ts';
import { type ActBatch, startBatch } from './act-batch.ts';

/** Which of a person's steps is taken back, and how one event of it is. */
export interface TakingBack<Taken> {
  readonly choose: (event: ActorEvent) => 'take' | 'pass' | 'stop';
  /**
   * Writes the event that undoes this one, inside a transaction; null where what it is about is gone from the project.
   * @param batch where the step is of many acts
   */
  readonly takeOne: (event: ActorEvent, batch: ActBatch | null) => Result<Taken> | null;
}

export interface TakenStep<Taken> {
  /** The newest event of the step. */
  readonly event: ActorEvent;
  readonly taken: Taken;
  /** How many acts of the step were taken back. */
  readonly count: number;
}

/**
 * Takes back the newest standing event that `choose` takes, and with it the others of its batch, in short transactions.
 * Null where there is none; a failure of `takeOne` ends it, and the next time goes on from there.
 * @param events see {@link standingNewestFirst}
 */
export function* takeBackLatest<Taken>(
  database: Database,
  events: Generator<ActorEvent>,
  { choose, takeOne }: TakingBack<Taken>,
): Generator<void, Result<TakenStep<Taken>> | null> {
  const undoing = startBatch();
  const take = (event: ActorEvent) => takeOne(event, event.batch === null ? null : undoing);
  const latest = transact(database, () => {
    for (let next = events.next(); next.done !== true; next = events.next()) {
      const event = next.value;
      const choice = choose(event);
      if (choice === 'stop') return null;
      const taken = choice === 'take' ? take(event) : null;
      if (taken?.ok === true) return { ok: true as const, value: { event, taken: taken.value } };
      if (taken !== null) return taken;
    }
    return null;
  });
  if (latest === null || !latest.ok) return latest;
  const { event } = latest.value;
  const { batch } = event;
  if (batch === null || batch.index === 0) return { ok: true, value: { ...latest.value, count: 1 } };
  let count = 1;
  for (;;) {
    yield;
    const rest = transact(database, () => takeSome(events, batch.id, take));
    if (rest.failure !== null) return rest.failure;
    count += rest.taken;
    if (rest.isThrough) return { ok: true, value: { ...latest.value, count } };
  }
}

/** Milliseconds after which a transaction ends that takes back a part of many acts. */
const stepMs = 8;

interface TakenSome {
  readonly taken: number;
  readonly isThrough: boolean;
  readonly failure: Extract<Result<never>, { readonly ok: false }> | null;
}

/** Takes back more of a batch, going on from where `events` are. */
function takeSome(
  events: Generator<ActorEvent>,
  batchId: string,
  take: (event: ActorEvent) => Result<unknown> | null,
): TakenSome {
  let taken = 0;
  for (const end = performance.now() + stepMs; performance.now() < end;) {
    const next = events.next();
    if (next.done === true) return { taken, isThrough: true, failure: null };
    if (next.value.batch?.id !== batchId) continue;
    const outcome = take(next.value);
    if (outcome?.ok === false) return { taken, isThrough: false, failure: outcome };
    if (outcome !== null) taken += 1;
    if (next.value.batch.index === 0) return { taken, isThrough: true, failure: null };
  }
  return { taken, isThrough: false, failure: null };
}

/**
 * What a person did on a device and nothing took back, newest first. Only they themselves, on the same device,
 * undo what they did there, so their own events tell; see `standingEvents` for the rule.
 * @param pageBefore their events with a smaller seq, newest first, in pages
 */
export function* standingNewestFirst(
  pageBefore: (beforeSeq: number) => readonly ActorEvent[],
): Generator<ActorEvent> {
  const undone = new Set<string>();
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const page = pageBefore(before);
    for (const event of page) {
      before = event.seq;
      if (undone.has(event.id)) continue;
      if (event.undoes !== null) undone.add(event.undoes);
      yield event;
    }
    if (page.length === 0) return;
  }
}
