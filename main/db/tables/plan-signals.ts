import { z } from 'zod';
import { type PlanDraft, type PlanSignal, planDraftSchema } from '../../../shared/domain/plan/plan-signal.ts';
import { type Database, prepare } from '../database.ts';

const planRow = z
  .object({
    id: z.string(),
    body: z
      .string()
      .transform((text): unknown => JSON.parse(text))
      .pipe(planDraftSchema),
    changedAt: z.int(),
  })
  .transform(({ body, ...row }): PlanSignal => Object.assign(body, row));

/** In the order of the plan. */
export function listPlanSignals(database: Database): PlanSignal[] {
  const rows = prepare(
    database,
    'SELECT id, body, changed_at AS changedAt FROM plan_signals ORDER BY position, seq',
  ).all();
  return z.array(planRow).parse(rows);
}

/** Puts it at the end. */
export function insertPlanSignal(database: Database, { id, changedAt, ...draft }: PlanSignal): void {
  prepare(
    database,
    `INSERT INTO plan_signals (id, position, body, changed_at)
     VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM plan_signals), ?, ?)`,
  ).run(id, JSON.stringify(draft), changedAt);
}

export function updatePlanSignal(database: Database, id: string, draft: PlanDraft, at: number): void {
  prepare(database, 'UPDATE plan_signals SET body = ?, changed_at = ? WHERE id = ?').run(
    JSON.stringify(draft),
    at,
    id,
  );
}

export function deletePlanSignal(database: Database, id: string): boolean {
  return prepare(database, 'DELETE FROM plan_signals WHERE id = ?').run(id).changes > 0;
}

/** Gives the signals this order. */
export function orderPlanSignals(database: Database, ids: readonly string[]): void {
  const place = prepare(database, 'UPDATE plan_signals SET position = ? WHERE id = ?');
  for (const [position, id] of ids.entries()) place.run(position + 1, id);
}
