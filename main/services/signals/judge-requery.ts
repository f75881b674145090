import { type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { findInteraction } from '../../db/tables/interaction-flags.ts';
import {
  readVerdict,
  refoldVerdict,
  type RequeryVerdict,
  verdictFoldKey,
} from '../../db/tables/requery-verdicts.ts';
import { type Actor, actingAnnotator, recordAct } from '../review/act.ts';
import { itemNotFound } from '../review/set-label.ts';

export interface JudgedRequery {
  readonly interactionId: string;
  readonly earlierId: string;
  /** Null takes it back. */
  readonly verdict: RequeryVerdict | null;
}

export interface VerdictState {
  readonly verdict: RequeryVerdict | null;
  readonly at: number | null;
}

/** Says whether an interaction asks again what an earlier one asked. The same again writes nothing. ITEM_NOT_FOUND. */
export function judgeRequery(
  database: Database,
  actor: Actor,
  { interactionId, earlierId, verdict }: JudgedRequery,
): Result<VerdictState> {
  return transact(database, () => {
    const interaction = findInteraction(database, interactionId);
    if (!interaction) return itemNotFound(interactionId);
    const earlier = findInteraction(database, earlierId);
    if (!earlier) return itemNotFound(earlierId);
    const key = { interaction, earlier };
    const current = readVerdict(database, key);
    if ((current?.verdict ?? null) === verdict) return succeed(stateOf(current));
    recordAct(database, actor, actingAnnotator(database, actor), {
      type: 'requery.judge',
      interactionId,
      foldKey: verdictFoldKey(key),
      payload: { verdict },
    });
    return succeed(stateOf(refoldVerdict(database, key)));
  });
}

function stateOf(stored: VerdictState | null): VerdictState {
  return { verdict: stored?.verdict ?? null, at: stored?.at ?? null };
}
