import type { HistoryEntry } from '../../../shared/contract/review-operations.ts';
import { parseFoldKey } from '../../../shared/domain/events/fold-key.ts';
import { latestAct, standingEvents } from '../../../shared/domain/events/standing.ts';
import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { listAnnotators } from '../../db/tables/annotators.ts';
import { editPayload } from '../../db/tables/app-edits.ts';
import { eventsOfInteraction, type EventRow, timeOfEvent } from '../../db/tables/events.ts';
import { importedLabelsOf } from '../../db/tables/imported-labels.ts';
import { findInteraction, type InteractionKey } from '../../db/tables/interaction-flags.ts';
import { labelPayload } from '../../db/tables/labels.ts';
import type { Actor } from './act.ts';
import { describeLabelStep } from './describe-step.ts';
import { itemNotFound, setLabel } from './set-label.ts';
import { writeEdit } from './write-edit.ts';

/**
 * Everything that people did with one interaction, oldest first: who, when, on which device, from what to what, and
 * whether it stands. What was taken back is there as well, with the step that took it back. ITEM_NOT_FOUND.
 */
export function itemHistory(database: Database, id: string): Result<HistoryEntry[]> {
  const interaction = findInteraction(database, id);
  if (interaction === null) return itemNotFound(id);
  const events = eventsOfInteraction(database, id);
  const names = new Map(listAnnotators(database).map(({ seq, name }) => [seq, name]));
  const describe = createDescriber(database, interaction);
  const standing = new Set(standingByKey(events).map((event) => event.id));
  return succeed(
    events.map((event) =>
      Object.assign(describe(event), {
        eventId: event.id,
        at: timeOfEvent(event),
        annotator: names.get(event.actorSeq) ?? '',
        device: event.device,
        stands: standing.has(event.id),
        isUndo: event.undoes !== null,
      }),
    ),
  );
}

function standingByKey(events: readonly EventRow[]): EventRow[] {
  return [...Map.groupBy(events, ({ foldKey }) => foldKey).values()].flatMap((ofKey) =>
    standingEvents(ofKey),
  );
}

type Described = Pick<HistoryEntry, 'what' | 'description' | 'text'>;

/** Follows each label and edit through its events, so that every step is told from its state before to that after. */
function createDescriber(database: Database, interaction: InteractionKey): (event: EventRow) => Described {
  const seen = new Map<string, EventRow[]>();
  const imported = new Map(
    importedLabelsOf(database, interaction.seq).map(({ annotatorId, question, value }) => [
      `${annotatorId}/${question}`,
      value,
    ]),
  );
  return (event) => {
    const before = seen.get(event.foldKey) ?? [];
    const after = [...before, event];
    seen.set(event.foldKey, after);
    const target = parseFoldKey(event.foldKey);
    if (target.kind === 'edit') {
      const [old, text] = [textAt(before), textAt(after)];
      return { what: 'edit', description: describeEdit(old, text), text };
    }
    if (target.kind !== 'label') throw new Error('Only labels and edits are about an interaction.');
    const fromImport = imported.get(`${target.annotatorId}/${target.question}`) ?? null;
    const [old, value] = [valueAt(before, fromImport), valueAt(after, fromImport)];
    return {
      what: 'label',
      description: describeLabelStep(database, target.question, old, value),
      text: null,
    };
  };
}

function textAt(events: readonly EventRow[]): string | null {
  const act = latestAct(events);
  return act === null ? null : editPayload.parse(act.payload).text;
}

function valueAt(events: readonly EventRow[], imported: LabelValue | null): LabelValue | null {
  const act = latestAct(events);
  return act === null ? imported : labelPayload.parse(act.payload).value;
}

function describeEdit(before: string | null, after: string | null): string {
  if (after === null) return 'Edit withdrawn';
  return before === null ? 'Edit written' : 'Edit changed';
}

/**
 * Gives the annotator's own label or edit the state that it, or that of somebody else, had after a step. It is an act like any
 * other, so that it can be undone. ITEM_NOT_FOUND, LABEL_INVALID where the question has changed since.
 */
export function restore(
  database: Database,
  actor: Actor,
  input: { readonly id: string; readonly eventId: string },
): Result<null> {
  const { id: interactionId } = input;
  const events = eventsOfInteraction(database, interactionId);
  const at = events.findIndex((event) => event.id === input.eventId);
  const event = events[at];
  if (event === undefined)
    return fail('ITEM_NOT_FOUND', 'This step is not in the history of the interaction any more. Reload it.');
  const upTo = events.slice(0, at + 1).filter(({ foldKey }) => foldKey === event.foldKey);
  const act = latestAct(upTo);
  const target = parseFoldKey(event.foldKey);
  if (target.kind === 'label') {
    const value = act === null ? null : labelPayload.parse(act.payload).value;
    return setLabel(database, actor, { interactionId, question: target.question, value });
  }
  const written = writeEdit(database, actor, { interactionId, text: textAt(upTo) });
  return written.ok ? succeed(null) : written;
}
