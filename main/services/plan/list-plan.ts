import type { PlanSignal } from '../../../shared/domain/plan/plan-signal.ts';
import type { Database } from '../../db/database.ts';
import { listPlanSignals } from '../../db/tables/plan-signals.ts';

/** The plan in its order. */
export function listPlan(database: Database): PlanSignal[] {
  return listPlanSignals(database);
}
