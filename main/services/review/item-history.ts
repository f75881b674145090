import type { HistoryEntry } from '../../../shared/contract/review-operations.ts';
import { parseFoldKey } from '../../../shared/domain/events/fold-key.ts';
import { latestAct, standingEvents } from '../../../shared/domain/events/standing.ts';
import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import type { SpanValue } from '../../../shared/domain/spans/span-value.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { findAnnotatorById, listAnnotators } from '../../db/tables/annotators.ts';
import { editPayload } from '../../db/tables/app-edits.ts';
import { eventsOfInteraction, type EventRow, timeOfEvent } from '../../db/tables/events.ts';
import { importedLabelsOf } from '../../db/tables/imported-labels.ts';
import { findInteraction, type InteractionKey } from '../../db/tables/interaction-flags.ts';
import { labelPayload } from '../../db/tables/labels.ts';
import { flagPayload } from '../../db/tables/flags.ts';
import { skipPayload } from '../../db/tables/queue-skips.ts';
import { importedSpanLabel, spanOfEvents, spanPayload } from '../../db/tables/span-labels.ts';
import { resolutionAfter } from '../../db/tables/resolutions.ts';
import type { Actor } from './act.ts';
import { describeLabelStep, describeResolutionStep, describeSpanStep } from './describe-step.ts';
import { describeMarkStep } from './marks.ts';
import { itemNotFound, setLabel } from './set-label.ts';
import { flagItem, skipItem } from './set-mark.ts';
import { setResolution } from './set-resolution.ts';
import { setSpanLabel } from './set-span-label.ts';
import { writeEdit } from './write-edit.ts';

/**
 * Everything that people did with one interaction, oldest first: who, when, on which device, from what to what, and
 * whether it stands. What was taken back is there as well, with the step that took it back. ITEM_NOT_FOUND.
 */
export function itemHistory(database: Database, id: string): Result<HistoryEntry[]> {
  const interaction = findInteraction(database, id);
  if (interaction === null) return itemNotFound(id);
  // What is expected of a gold item would tell annotators that it is one.
  const events = eventsOfInteraction(database, id).filter(({ foldKey }) => !foldKey.startsWith('gold/'));
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

/** Follows each label, span label and edit through its events, so that every step is told from its state before to that after. */
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
    if (target.kind === 'span') {
      const fromImport = importedSpan(database, interaction, target);
      const [old, value] = [spanAt(before, fromImport), spanAt(after, fromImport)];
      const description = describeSpanStep(database, spanOfEvents(after), old, value);
      return { what: 'span', description, text: null };
    }
    if (target.kind === 'resolution') {
      const [old, now] = [resolutionAfter(before), resolutionAfter(after)];
      const description = describeResolutionStep(database, target.question, old, now);
      return { what: 'resolution', description, text: now?.note ?? null };
    }
    if (target.kind === 'skip' || target.kind === 'flag') {
      return {
        what: target.kind,
        description: describeMarkStep(database, target, before, after),
        text: null,
      };
    }
    if (target.kind !== 'label') throw new Error('Nothing else is about an interaction.');
    const fromImport = imported.get(`${target.annotatorId}/${target.question}`) ?? null;
    const [old, value] = [valueAt(before, fromImport), valueAt(after, fromImport)];
    return {
      what: 'label',
      description: describeLabelStep(database, target.question, old, value),
      text: null,
    };
  };
}

function spanAt(events: readonly EventRow[], imported: SpanValue | null): SpanValue | null {
  const act = latestAct(events);
  return act === null ? imported : spanPayload.parse(act.payload).value;
}

function importedSpan(
  database: Database,
  interaction: InteractionKey,
  { annotatorId, place }: { readonly annotatorId: string; readonly place: string },
): SpanValue | null {
  const annotator = findAnnotatorById(database, annotatorId);
  return annotator === null ? null : importedSpanLabel(database, { interaction, annotator, place });
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
 * Gives the annotator's own label, span label or edit the state that it, or that of somebody else, had after a step. It is an act like any
 * other, so that it can be undone. ITEM_NOT_FOUND, LABEL_INVALID where the question has changed since, SPAN_INVALID.
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
  if (target.kind === 'span') {
    const interaction = findInteraction(database, interactionId);
    if (interaction === null) return itemNotFound(interactionId);
    const { start, end, added } = spanOfEvents(upTo);
    const value = spanAt(upTo, importedSpan(database, interaction, target));
    return setSpanLabel(database, actor, { interactionId, start, end, added, value });
  }
  if (target.kind === 'resolution') {
    const { value, note } = resolutionAfter(upTo) ?? { value: null, note: null };
    return setResolution(database, actor, { interactionId, question: target.question, value, note });
  }
  if (target.kind === 'flag') {
    const note = act === null ? null : flagPayload.parse(act.payload).note;
    const flagged = flagItem(database, actor, { interactionId, note });
    return flagged.ok ? succeed(null) : flagged;
  }
  if (target.kind === 'skip') {
    const reason = act === null ? null : skipPayload.parse(act.payload).reason;
    return skipItem(database, actor, { interactionId, queueId: target.queueId, reason });
  }
  const written = writeEdit(database, actor, { interactionId, text: textAt(upTo) });
  return written.ok ? succeed(null) : written;
}
