import type { ImportOptions } from '../../../shared/contract/import-operations.ts';
import type { JsonObject } from '../../../shared/domain/json.ts';
import type { MappedAttachment, RowProblem } from '../../../shared/domain/mapping/mapped-row.ts';
import { placeSpans } from '../../../shared/domain/mapping/place-spans.ts';
import type { Database } from '../../db/database.ts';
import { findByExternalId, findByKey, findInSession } from '../../db/tables/interaction-keys.ts';
import { findInteraction } from '../../db/tables/interaction-flags.ts';
import type { StoredInteraction } from '../../db/tables/interactions.ts';
import type { AddedObservations, ObservationWriter } from './observation-writer.ts';

/** Adds an attachment to its interaction, or says why there is none. Call it inside a transaction. */
export type AttachmentWriter = (attachment: MappedAttachment) => AddedObservations | RowProblem;

/**
 * Makes the writer of one source. An attachment belongs to the one interaction of its first id that is an external id, else to
 * the last one that has one of its ids as a key, such as a trace's; without any id, the n-th row of a session belongs to the
 * session's n-th interaction.
 */
export function createAttachmentWriter(
  database: Database,
  writeObservations: ObservationWriter,
  { joinSources }: ImportOptions,
): AttachmentWriter {
  const sources = joinSources === undefined ? null : JSON.stringify(joinSources);
  const findBySession = createSessionFinder(database, sources);

  const find = ({ ids, session }: MappedAttachment): StoredInteraction | RowProblem => {
    for (const id of ids) {
      const [first, second] = findByExternalId(database, id, sources);
      if (second !== undefined) return ambiguous(id);
      if (first !== undefined) return first;
      const keyed = findByKey(database, id, sources);
      if (keyed !== null) return keyed;
    }
    if (ids.length > 0) return noMatch(`No interaction has the id ${ids.join(' or ')}.`);
    const found = session === null ? null : findBySession(session);
    return found ?? noMatch(`The session ${session ?? ''} has no further interaction.`);
  };

  return (attachment) => {
    const interaction = find(attachment);
    if ('reason' in interaction) return interaction;
    if (attachment.spans.length === 0)
      return writeObservations(interaction, { ...attachment, spans: [] }, false);
    const output = findInteraction(database, interaction.id)?.output ?? '';
    const { placed, unplaced } = placeSpans(output, attachment.spans, attachment.annotator);
    const [first] = unplaced;
    if (first !== undefined) return noPlace(first);
    return writeObservations(interaction, { ...attachment, spans: placed }, false);
  };
}

function createSessionFinder(
  database: Database,
  sources: string | null,
): (session: string) => StoredInteraction | null {
  const places = new Map<string, number>();
  return (session) => {
    const place = places.get(session) ?? 0;
    places.set(session, place + 1);
    return findInSession(database, session, place, sources);
  };
}

function ambiguous(id: string): RowProblem {
  return {
    reason: 'ambiguous_match',
    message: `More than one interaction has the id ${id}. Join with the file that it belongs to alone.`,
  };
}

function noPlace(span: JsonObject): RowProblem {
  return {
    reason: 'no_match',
    message:
      `The output has no place for a label on a part of it: ${JSON.stringify(span).slice(0, 200)}. ` +
      'Correct its text or numbers, then try the rejects again.',
  };
}

function noMatch(message: string): RowProblem {
  return { reason: 'no_match', message: `${message} Import the outputs, then try the rejects again.` };
}
