import { type FewShotSet, fewShotBodySchema } from '../../../shared/contract/few-shot-operations.ts';
import { type Database, prepare } from '../database.ts';
import { rowsOf } from '../query.ts';

interface SetRow {
  readonly id: string;
  readonly name: string;
  readonly body: string;
  readonly liveFor: string | null;
  readonly createdAt: number;
}

const columns = 'id, name, body, live_for AS liveFor, created_at AS createdAt';

/** Newest first. */
export function listFewShotSets(database: Database): FewShotSet[] {
  const sql = `SELECT ${columns} FROM few_shot_sets ORDER BY created_at DESC, seq DESC`;
  return rowsOf<SetRow>(database, sql).all().map(parse);
}

export function findFewShotSet(database: Database, name: string): FewShotSet | null {
  const row = rowsOf<SetRow>(database, `SELECT ${columns} FROM few_shot_sets WHERE name = ?`).get(name);
  return row === undefined ? null : parse(row);
}

export function insertFewShotSet(
  database: Database,
  { id, name, liveFor, createdAt, ...body }: FewShotSet,
): void {
  prepare(
    database,
    'INSERT INTO few_shot_sets (id, name, body, live_for, created_at) VALUES (?, ?, ?, ?, ?)',
  ).run(id, name, JSON.stringify(body), liveFor, createdAt);
}

/** Makes it live for a prompt version ('' for all) in place of the one before, or takes it off. */
export function setFewShotLive(database: Database, id: string, liveFor: string | null): void {
  if (liveFor !== null)
    prepare(database, 'UPDATE few_shot_sets SET live_for = NULL WHERE live_for = ?').run(liveFor);
  prepare(database, 'UPDATE few_shot_sets SET live_for = ? WHERE id = ?').run(liveFor, id);
}

/** Returns whether there was one. */
export function deleteFewShotSet(database: Database, name: string): boolean {
  return prepare(database, 'DELETE FROM few_shot_sets WHERE name = ?').run(name).changes > 0;
}

function parse({ body, ...row }: SetRow): FewShotSet {
  return { ...row, ...fewShotBodySchema.parse(JSON.parse(body)) };
}
