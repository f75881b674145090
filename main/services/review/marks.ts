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
import { findInteraction } from '../../db/tables/interaction-flags.ts';
import { findQueue } from '../../db/tables/queues.ts';
import {
  foldedVerdict,
  readVerdict,
  refoldVerdict,
  requeryPayload,
} from '../../db/tables/requery-verdicts.ts';
import { describeLabelStep } from './describe-step.ts';

/** What people say of an interaction beside labels and edits: skips, flags, expected answers and verdicts on re-queries. */
export type MarkTarget = Extract<FoldTarget, { kind: 'skip' | 'flag' | 'gold' | 'requery' }>;

interface Interaction {
  readonly seq: number;
  readonly id: string;
}

export function isMark(target: FoldTarget): target is MarkTarget {
  return ['skip', 'flag', 'gold', 'requery'].includes(target.kind);
}

interface Mark {
  /** As its table has it. */
  readonly read: () => unknown;
  /** As the events say it is. */
  readonly folded: () => unknown;
  readonly refold: () => unknown;
}

/** A mark that is about something the project still has; null where its queue, annotator or earlier interaction is gone. */
export function openMark(database: Database, interaction: Interaction, target: MarkTarget): Mark | null {
  if (target.kind === 'gold') {
    const key = { interaction, question: target.question };
    return {
      read: () => readGoldAnswer(database, key),
      folded: () => foldedGoldAnswer(database, key),
      refold: () => refoldGoldAnswer(database, key),
    };
  }
  if (target.kind === 'requery') {
    const earlier = findInteraction(database, target.earlierId);
    if (!earlier) return null;
    const key = { interaction, earlier };
    return {
      read: () => readVerdict(database, key),
      folded: () => foldedVerdict(database, key),
      refold: () => refoldVerdict(database, key),
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
    case 'requery':
      return describeVerdict(is === undefined ? null : requeryPayload.parse(is).verdict);
    case 'gold':
      return `Expected answer, ${describeLabelStep(database, target.question, expectedIn(was), expectedIn(is))}`;
  }
}

function expectedIn(payload: unknown): LabelValue | null {
  return payload === undefined ? null : goldPayload.parse(payload).value;
}

function describeVerdict(verdict: 'yes' | 'no' | null): string {
  if (verdict === null) return 'Re-query: not judged any more';
  return verdict === 'yes' ? 'Re-query: it asks again' : 'Re-query: it does not ask again';
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
