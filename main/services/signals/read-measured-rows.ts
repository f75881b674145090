import type { MeasuredRow } from '../../../shared/domain/signals/measured-row.ts';
import type { Database } from '../../db/database.ts';
import { sessionMembers } from '../../db/tables/session-items.ts';
import { type InteractionToMeasure, signalsToMeasure } from '../../db/tables/signal-values.ts';
import { requeriesOf } from '../../db/tables/requeries.ts';

/** As many interactions of a session are looked at on each side; what is later comes soon after in nearly every log. */
const nearMembers = 20;

/** Reads what the values of these interactions are worked out from, in their order. */
export function readMeasuredRows(
  database: Database,
  interactions: readonly InteractionToMeasure[],
): MeasuredRow[] {
  const signals = Map.groupBy(
    signalsToMeasure(
      database,
      interactions.map(({ seq }) => seq),
    ),
    ({ interactionSeq }) => interactionSeq,
  );
  return interactions.map((interaction) => ({
    session: interaction.session,
    user: interaction.user,
    createdAt: interaction.createdAt,
    hasEdit: interaction.hasEdit === 1,
    edited: interaction.edited === 1,
    labelled: interaction.labelled === 1,
    hter: interaction.hter,
    shareKept: interaction.shareKept,
    signals: signals.get(interaction.seq) ?? [],
    requeries: requeriesOf(database, interaction.seq),
    isLastOfSession: isLastOfSession(database, interaction),
  }));
}

/** By time where both have one, else in the order of import. */
function isLastOfSession(
  database: Database,
  { seq, session, createdAt }: InteractionToMeasure,
): boolean | null {
  if (session === null) return null;
  return !sessionMembers(database, session, seq, nearMembers).some((other) =>
    createdAt === null || other.createdAt === null || other.createdAt === createdAt
      ? other.seq > seq
      : other.createdAt > createdAt,
  );
}
