import type { MeasuredRow } from '../../../shared/domain/signals/measured-row.ts';
import type { Database } from '../../db/database.ts';
import { type InteractionToMeasure, signalsToMeasure } from '../../db/tables/signal-values.ts';
import { requeriesOf } from '../../db/tables/requeries.ts';
import { createGroupMembers, type GroupMembers } from './group-members.ts';

/** As many interactions of a session are looked at on each side; what is later comes soon after in nearly every log. */
const nearMembers = 20;

/** Reads what values are worked out from, of interactions in the order of import. */
export type MeasuredRowReader = (interactions: readonly InteractionToMeasure[]) => MeasuredRow[];

export function createMeasuredRowReader(database: Database): MeasuredRowReader {
  const members = createGroupMembers(database, 'session', nearMembers);
  return (interactions) => readRows(database, interactions, members);
}

function readRows(
  database: Database,
  interactions: readonly InteractionToMeasure[],
  members: GroupMembers,
): MeasuredRow[] {
  const seqs = interactions.map(({ seq }) => seq);
  const signals = Map.groupBy(signalsToMeasure(database, seqs), ({ interactionSeq }) => interactionSeq);
  const requeries = Map.groupBy(requeriesOf(database, seqs), ({ earlierSeq }) => earlierSeq);
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
    requeries: requeries.get(interaction.seq) ?? [],
    isLastOfSession: isLastOfSession(interaction, members),
  }));
}

/** By time where both have one, else in the order of import. */
function isLastOfSession(
  { seq, session, createdAt }: InteractionToMeasure,
  membersOf: GroupMembers,
): boolean | null {
  if (session === null) return null;
  return !membersOf(session, seq).some((other) =>
    createdAt === null || other.createdAt === null || other.createdAt === createdAt
      ? other.seq > seq
      : other.createdAt > createdAt,
  );
}
