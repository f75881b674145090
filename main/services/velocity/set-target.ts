import { isMetricId } from '../../../shared/domain/velocity/metric-definitions.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { deleteVelocityTarget, writeVelocityTarget } from '../../db/tables/velocity-counts.ts';
import { type Actor, actingAnnotator } from '../review/act.ts';

export interface TargetInput {
  readonly metric: string;
  readonly target: number | null;
}

/** Sets where a metric should get to, or takes that away. INPUT_INVALID. */
export function setTarget(
  database: Database,
  actor: Actor,
  { metric, target }: TargetInput,
): Result<TargetInput> {
  if (!isMetricId(metric))
    return fail('INPUT_INVALID', `There is no metric "${metric}". The velocity report lists their ids.`);
  return transact(database, () => {
    if (target === null) deleteVelocityTarget(database, metric);
    else writeVelocityTarget(database, { metric, target }, actingAnnotator(database, actor).seq, actor.now);
    return succeed({ metric, target });
  });
}
