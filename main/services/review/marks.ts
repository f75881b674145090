import type { FoldTarget } from '../../../shared/domain/events/fold-key.ts';
import { latestAct } from '../../../shared/domain/events/standing.ts';
import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import type { Database } from '../../db/database.ts';
import { findAnnotatorById } from '../../db/tables/annotators.ts';
import type { EventRow } from '../../db/tables/events.ts';
import { flagPayload, foldedFlag, readFlag, refoldFlag } from '../../db/tables/flags.ts';
import {
  foldedGoldAnswer,
  goldPayload,
  readGoldAnswer,
  refoldGoldAnswer,
} from '../../db/tables/gold-answers.ts';
import { foldedSkip, readSkip, refoldSkip, skipPayload } from '../../db/tables/queue-skips.ts';
import { findQueue } from '../../db/tables/queues.ts';
import { describeLabelStep } from './describe-step.ts';

/** What people say of an interaction beside labels and edits: skips, flags and expected answers. */
export type MarkTarget = Extract<FoldTarget, { kind: 'skip' | 'flag' | 'gold' }>;

interface Interaction {
  readonly seq: number;
  readonly id: string;
}

export function isMark(target: FoldTarget): target is MarkTarget {
  return target.kind === 'skip' || target.kind === 'flag' || target.kind === 'gold';
}

interface Mark {
  /** As its table has it. */
  readonly read: () => unknown;
  /** As the events say it is. */
  readonly folded: () => unknown;
  readonly refold: () => unknown;
}

/** A mark that is about something the project still has; null where its queue or annotator is gone. */
export function openMark(database: Database, interaction: Interaction, target: MarkTarget): Mark | null {
  if (target.kind === 'gold') {
    const key = { interaction, question: target.question };
    return {
      read: () => readGoldAnswer(database, key),
      folded: () => foldedGoldAnswer(database, key),
      refold: () => refoldGoldAnswer(database, key),
    };
  }
  const annotator = findAnnotatorById(database, target.annotatorId);
  if (annotator === null) return null;
  if (target.kind === 'flag') {
    const key = { interaction, annotator };
    return {
      read: () => readFlag(database, key),
      folded: () => foldedFlag(database, key),
      refold: () => refoldFlag(database, key),
    };
  }
  const queue = findQueue(database, target.queueId);
  if (queue === null) return null;
  const key = { interaction, annotator, queue };
  return {
    read: () => readSkip(database, key),
    folded: () => foldedSkip(database, key),
    refold: () => refoldSkip(database, key),
  };
}

/** "Skipped: not my language", from the events of its key before and after the step. */
export function describeMarkStep(
  database: Database,
  target: MarkTarget,
  before: readonly EventRow[],
  after: readonly EventRow[],
): string {
  const [was, is] = [latestAct(before)?.payload, latestAct(after)?.payload];
  switch (target.kind) {
    case 'skip':
      return describeSkip(is === undefined ? null : skipPayload.parse(is).reason);
    case 'flag':
      return describeFlag(is === undefined ? null : flagPayload.parse(is));
    case 'gold':
      return `Expected answer, ${describeLabelStep(database, target.question, expectedIn(was), expectedIn(is))}`;
  }
}

function expectedIn(payload: unknown): LabelValue | null {
  return payload === undefined ? null : goldPayload.parse(payload).value;
}

function describeSkip(reason: string | null): string {
  if (reason === null) return 'Not skipped any more';
  return reason === '' ? 'Skipped' : `Skipped: ${reason}`;
}

function describeFlag(
  flag: { readonly note: string | null; readonly resolution: string | null } | null,
): string {
  if (flag === null || flag.note === null) return 'Not flagged any more';
  if (flag.resolution !== null)
    return flag.resolution === '' ? 'Flag settled' : `Flag settled: ${flag.resolution}`;
  return flag.note === '' ? 'Flagged for the lead' : `Flagged for the lead: ${flag.note}`;
}
