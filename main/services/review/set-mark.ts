import type { Flag } from '../../../shared/contract/item-operations.ts';
import { checkAnswer, findQuestion } from '../../../shared/domain/schema/check-answer.ts';
import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { findAnnotator } from '../../db/tables/annotators.ts';
import { flagFoldKey, flagsOfItem, readFlag, refoldFlag } from '../../db/tables/flags.ts';
import {
  goldAnswersOf,
  goldFoldKey,
  readGoldAnswer,
  refoldGoldAnswer,
} from '../../db/tables/gold-answers.ts';
import { findInteraction } from '../../db/tables/interaction-flags.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';
import { placeOfSql } from '../../db/tables/queue-items.ts';
import { readSkip, refoldSkip, skipFoldKey } from '../../db/tables/queue-skips.ts';
import { findQueue } from '../../db/tables/queues.ts';
import { queueNotFound } from '../queues/queue-not-found.ts';
import { type Actor, actingAnnotator, recordAct } from './act.ts';
import { failureModeId } from './failure-modes.ts';
import { itemNotFound } from './set-label.ts';

export interface Skipping {
  readonly interactionId: string;
  readonly queueId: string;
  /** May be empty; null takes the skip back. */
  readonly reason: string | null;
}

/**
 * Leaves an interaction out of what one annotator still has to do in a queue. The same reason again writes nothing.
 * QUEUE_NOT_FOUND, ITEM_NOT_FOUND.
 */
export function skipItem(
  database: Database,
  actor: Actor,
  { interactionId, queueId, reason }: Skipping,
): Result<null> {
  return transact(database, () => {
    const queue = findQueue(database, queueId);
    if (queue === null) return queueNotFound();
    const interaction = findInteraction(database, interactionId);
    if (!interaction) return itemNotFound(interactionId);
    if (database.prepare(placeOfSql).get(interaction.seq, queue.build) === undefined)
      return fail(
        'ITEM_NOT_FOUND',
        `The interaction is not in the queue ${queue.settings.name} any more. Go on with the next one.`,
      );
    const annotator = actingAnnotator(database, actor);
    const key = { interaction, annotator, queue };
    if ((readSkip(database, key)?.reason ?? null) === reason) return succeed(null);
    recordAct(database, actor, annotator, {
      type: 'item.skip',
      interactionId,
      foldKey: skipFoldKey(key),
      payload: { reason },
    });
    refoldSkip(database, key);
    return succeed(null);
  });
}

export interface Flagging {
  readonly interactionId: string;
  /** May be empty; null takes the flag back. */
  readonly note: string | null;
}

/** Asks the lead to look at an interaction. The same note again writes nothing. ITEM_NOT_FOUND. */
export function flagItem(
  database: Database,
  actor: Actor,
  { interactionId, note }: Flagging,
): Result<Flag[]> {
  return transact(database, () => {
    const interaction = findInteraction(database, interactionId);
    if (!interaction) return itemNotFound(interactionId);
    const annotator = actingAnnotator(database, actor);
    const key = { interaction, annotator };
    const current = readFlag(database, key);
    const isSame = (current?.note ?? null) === note && (current?.resolution ?? null) === null;
    if (!isSame) {
      recordAct(database, actor, annotator, {
        type: 'item.flag',
        interactionId,
        foldKey: flagFoldKey(key),
        payload: { note, resolution: null },
      });
      refoldFlag(database, key);
    }
    return succeed(flagsOfItem(database, interaction.seq));
  });
}

export interface ResolvingFlag {
  readonly interactionId: string;
  readonly flaggedBy: string;
  /** What was found, may be empty; null opens the flag again. */
  readonly resolution: string | null;
}

/** Settles an annotator's flag. ITEM_NOT_FOUND, FLAG_NOT_FOUND. */
export function resolveFlag(database: Database, actor: Actor, input: ResolvingFlag): Result<Flag[]> {
  return transact(database, () => {
    const { interactionId, flaggedBy, resolution } = input;
    const interaction = findInteraction(database, interactionId);
    if (!interaction) return itemNotFound(interactionId);
    const flagger = findAnnotator(database, flaggedBy);
    const key = flagger === null ? null : { interaction, annotator: flagger };
    const current = key === null ? null : readFlag(database, key);
    if (key === null || current === null)
      return fail(
        'FLAG_NOT_FOUND',
        `${flaggedBy} has not flagged this interaction, or took the flag back. Reload it.`,
      );
    if (current.resolution !== resolution) {
      recordAct(database, actor, actingAnnotator(database, actor), {
        type: 'item.flag',
        interactionId,
        foldKey: flagFoldKey(key),
        payload: { note: current.note, resolution },
      });
      refoldFlag(database, key);
    }
    return succeed(flagsOfItem(database, interaction.seq));
  });
}

export interface ExpectedAnswer {
  readonly interactionId: string;
  readonly question: string;
  /** Null takes it back. */
  readonly value: LabelValue | null;
}

/**
 * Says which answer is right, which makes the interaction a gold item. The same answer again writes nothing. Gives all
 * expected answers of the interaction. ITEM_NOT_FOUND, LABEL_INVALID.
 */
export function setGoldAnswer(
  database: Database,
  actor: Actor,
  { interactionId, question: questionId, value: given }: ExpectedAnswer,
): Result<Record<string, LabelValue>> {
  return transact(database, () => {
    const interaction = findInteraction(database, interactionId);
    if (!interaction) return itemNotFound(interactionId);
    const asked = findQuestion(currentLabelSchema(database).questions, questionId);
    if (!asked.ok) return asked;
    const checked = checkAnswer(asked.value, given);
    if (!checked.ok) return checked;
    const annotator = actingAnnotator(database, actor);
    const value =
      asked.value.kind === 'failure_mode' && typeof checked.value === 'string'
        ? failureModeId(database, actor, annotator, checked.value)
        : checked.value;
    const key = { interaction, question: questionId };
    const current = readGoldAnswer(database, key)?.value ?? null;
    if (JSON.stringify(current) !== JSON.stringify(value)) {
      recordAct(database, actor, annotator, {
        type: 'gold.set',
        interactionId,
        foldKey: goldFoldKey(key),
        payload: { question: questionId, value },
      });
      refoldGoldAnswer(database, key);
    }
    return succeed(goldAnswersOf(database, interaction.seq));
  });
}
