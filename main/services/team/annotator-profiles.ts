import type { AnnotatorProfile } from '../../../shared/contract/team-operations.ts';
import type { Result } from '../../../shared/result/result.ts';
import { createPaceTally, itemsPerHour } from '../../../shared/domain/team/pace.ts';
import { createDayInZone } from '../../../shared/domain/time/day-in-zone.ts';
import { parseTime } from '../../../shared/domain/time/hybrid-clock.ts';
import type { Database } from '../../db/database.ts';
import { type AnnotatorRow, listAnnotators } from '../../db/tables/annotators.ts';
import { readProject } from '../../db/tables/project.ts';
import {
  actsOfAnnotator,
  countEditsOfAnnotator,
  countLabelsOfAnnotator,
  countSpansOfAnnotator,
} from '../../db/tables/team.ts';
import { runInSlices } from '../agreement/run-in-slices.ts';
import { goldAccuracy } from '../queues/gold-accuracy.ts';

/** How much everybody did here, and how fast. JOB_CANCELLED. */
export async function annotatorProfiles(
  database: Database,
  _input: object,
  signal?: AbortSignal,
): Promise<Result<AnnotatorProfile[]>> {
  return runInSlices(profiles(database), signal);
}

function* profiles(database: Database): Generator<void, AnnotatorProfile[]> {
  const { timeZone } = readProject(database);
  const gold = goldAccuracy(database);
  yield;
  const found: AnnotatorProfile[] = [];
  for (const annotator of listAnnotators(database)) {
    const { name, kind, seq } = annotator;
    const counted = {
      ...countLabelsOfAnnotator(database, seq),
      edits: countEditsOfAnnotator(database, seq),
      spans: countSpansOfAnnotator(database, seq),
      gold: gold
        .filter((one) => one.annotator === name)
        .map(({ question, answered, right }) => ({ question, answered, right })),
    };
    yield;
    found.push({ name, kind, ...counted, ...(yield* activity(database, annotator, timeZone)) });
  }
  return found;
}

type Activity = Pick<AnnotatorProfile, 'activeDays' | 'firstAt' | 'lastAt' | 'pace'>;

/** From the journal: what was imported says nothing about when it was done here. */
function* activity(database: Database, { seq }: AnnotatorRow, timeZone: string): Generator<void, Activity> {
  const dayOf = createDayInZone(timeZone);
  const days = new Set<string>();
  const tally = createPaceTally();
  let firstAt: number | null = null;
  let lastAt: number | null = null;
  for (let after = 0; ;) {
    const acts = actsOfAnnotator(database, seq, after);
    const last = acts.at(-1);
    if (last === undefined) break;
    for (const { clock, interactionId, isOfBatch } of acts) {
      const at = parseTime(clock).ms;
      firstAt ??= at;
      lastAt = at;
      days.add(dayOf(at));
      // Many answers at once say nothing about how long one takes.
      if (isOfBatch === 0) tally.add({ item: interactionId, at });
    }
    after = last.seq;
    yield;
  }
  const worked = tally.finish();
  const perHour = itemsPerHour(worked);
  return { activeDays: days.size, firstAt, lastAt, pace: perHour === null ? null : { ...worked, perHour } };
}
