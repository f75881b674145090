import type { FewShotContent, FewShotSet } from '../../../shared/contract/few-shot-operations.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { createId } from '../../db/create-id.ts';
import { type Database, transact } from '../../db/database.ts';
import { modeNames } from '../../db/tables/few-shot-rows.ts';
import {
  deleteFewShotSet,
  findFewShotSet,
  insertFewShotSet,
  listFewShotSets,
  setFewShotLive,
} from '../../db/tables/few-shot-sets.ts';
import { seqOfItem } from '../../db/tables/items.ts';

/** Newest first. */
export function fewShotSets(database: Database): FewShotSet[] {
  return listFewShotSets(database);
}

/** Keeps a set. FEW_SHOT_EMPTY, FEW_SHOT_SET_EXISTS, ITEM_NOT_FOUND, MODE_NOT_FOUND. */
export function saveFewShotSet(
  database: Database,
  set: Omit<FewShotSet, 'id' | 'liveFor' | 'createdAt'>,
  now: number,
): Result<FewShotSet> {
  if (set.examples.length + set.counters.length === 0)
    return fail('FEW_SHOT_EMPTY', 'There is nothing to keep. Choose examples first.');
  if (findFewShotSet(database, set.name) !== null)
    return fail(
      'FEW_SHOT_SET_EXISTS',
      `There is a few-shot set “${set.name}”. Give this one another name, or remove that one first.`,
    );
  const known = checkContent(database, set);
  if (!known.ok) return known;
  const saved: FewShotSet = { ...set, id: createId(), liveFor: null, createdAt: now };
  transact(database, () => insertFewShotSet(database, saved));
  return succeed(saved);
}

function checkContent(database: Database, { examples, counters }: FewShotContent): Result<null> {
  const gone = [...examples, ...counters.map(({ id }) => id)].find((id) => seqOfItem(database, id) === null);
  if (gone !== undefined)
    return fail('ITEM_NOT_FOUND', `There is no interaction ${gone} any more. Choose examples anew.`);
  const modes = modeNames(
    database,
    counters.map(({ modeId }) => modeId),
  );
  return counters.every(({ modeId }) => modes.has(modeId))
    ? succeed(null)
    : fail('MODE_NOT_FOUND', 'A failure mode of a counter-example is gone. Choose examples anew.');
}

/**
 * Says that a set is what the prompt holds now, of one prompt version or ('') of all; null takes that back.
 * FEW_SHOT_SET_NOT_FOUND.
 */
export function setLive(
  database: Database,
  { name, liveFor }: Pick<FewShotSet, 'name' | 'liveFor'>,
): Result<FewShotSet> {
  const set = findFewShotSet(database, name);
  if (set === null) return setNotFound(name);
  transact(database, () => setFewShotLive(database, set.id, liveFor));
  return succeed({ ...set, liveFor });
}

/** FEW_SHOT_SET_NOT_FOUND. */
export function removeFewShotSet(database: Database, name: string): Result<null> {
  return transact(database, () => deleteFewShotSet(database, name)) ? succeed(null) : setNotFound(name);
}

/** What a choice is compared with: the set of this name, else the one that is live for all, else any that is live. */
export function setToCompare(database: Database, name: string | null): Result<FewShotSet | null> {
  if (name !== null) {
    const set = findFewShotSet(database, name);
    return set === null ? setNotFound(name) : succeed(set);
  }
  const live = listFewShotSets(database).filter(({ liveFor }) => liveFor !== null);
  return succeed(live.find(({ liveFor }) => liveFor === '') ?? live[0] ?? null);
}

function setNotFound(name: string): Result<never> {
  return fail('FEW_SHOT_SET_NOT_FOUND', `There is no few-shot set “${name}”. Take one from the list.`);
}
