import type { JsonObject } from '../../../shared/domain/json.ts';
import type { MappedAttachment, MappedSpan, RowProblem } from '../../../shared/domain/mapping/mapped-row.ts';
import { placeSpans } from '../../../shared/domain/mapping/place-spans.ts';
import type { Database } from '../../db/database.ts';
import { findInteraction } from '../../db/tables/interaction-flags.ts';
import type { StoredInteraction } from '../../db/tables/interactions.ts';
import type { JoinFinder } from './join-finder.ts';
import type { AddedObservations, ObservationWriter } from './observation-writer.ts';

/** Adds an attachment to its interactions, or says why there is none. Call it inside a transaction. */
export type AttachmentWriter = (attachment: MappedAttachment) => AddedObservations | RowProblem;

/** Makes the writer of one source. A row whose label on a part has no place adds nothing at all. */
export function createAttachmentWriter(
  database: Database,
  writeObservations: ObservationWriter,
  find: JoinFinder['find'],
): AttachmentWriter {
  return (attachment) => {
    const found = find(attachment);
    if ('reason' in found) return found;
    const placed: (readonly [StoredInteraction, readonly MappedSpan[]])[] = [];
    for (const interaction of found) {
      const spans = placedSpans(database, interaction, attachment);
      if ('reason' in spans) return spans;
      placed.push([interaction, spans]);
    }
    const added = { edits: 0, labels: 0, signals: 0 };
    for (const [interaction, spans] of placed) {
      const { edits, labels, signals } = writeObservations(interaction, { ...attachment, spans }, false);
      added.edits += edits;
      added.labels += labels;
      added.signals += signals;
    }
    return added;
  };
}

function placedSpans(
  database: Database,
  { id }: StoredInteraction,
  { spans, annotator }: MappedAttachment,
): readonly MappedSpan[] | RowProblem {
  if (spans.length === 0) return [];
  const output = findInteraction(database, id)?.output ?? '';
  const { placed, unplaced } = placeSpans(output, spans, annotator);
  const [first] = unplaced;
  return first === undefined ? placed : noPlace(first);
}

function noPlace(span: JsonObject): RowProblem {
  return {
    reason: 'no_match',
    message:
      `The output has no place for a label on a part of it: ${JSON.stringify(span).slice(0, 200)}. ` +
      'Correct its text or numbers, then try the rejects again.',
  };
}
