import type { OutcomeSummary } from '../../../shared/contract/outcome-operations.ts';
import { type LoggedOutcome, outcomeValue } from '../../../shared/domain/signals/derive/outcome-value.ts';
import { kaplanMeier, timeOfShare } from '../../../shared/domain/statistics/kaplan-meier.ts';
import { wilsonInterval } from '../../../shared/domain/statistics/wilson-interval.ts';
import type { Result } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { readFeedEnds } from '../../db/tables/outcome-feeds.ts';
import { followedRows, outcomeRows } from '../../db/tables/outcome-signals.ts';
import { readSignalCells } from '../../db/tables/signal-cells.ts';
import { readSignalSettings } from '../../db/tables/signal-settings.ts';
import { runInSlices } from '../agreement/run-in-slices.ts';
import { delayCurve } from './delay-curve.ts';
import { type FollowedOutcome, followedOutcomes } from './outcome-definitions.ts';
import { addOutcome, createOutcomeTally, followedCounts, type OutcomeTally } from './outcome-tally.ts';

export interface OutcomeList {
  readonly interactions: number;
  readonly outcomes: OutcomeSummary[];
}

/**
 * Every outcome that is defined or logged, with what is known of it. Goes through all interactions, page by page, where there
 * is any outcome. JOB_CANCELLED.
 */
export async function listOutcomes(
  database: Database,
  _input: object,
  signal?: AbortSignal,
): Promise<Result<OutcomeList>> {
  return runInSlices(listing(database), signal);
}

const pageSize = 500;

/** An outcome while it is counted. */
interface Counted {
  readonly outcome: FollowedOutcome;
  readonly feedEnd: number | null;
  readonly tally: OutcomeTally;
}

function* listing(database: Database): Generator<void, OutcomeList> {
  const { settings } = readSignalSettings(database);
  const ends = readFeedEnds(database);
  const counted = followedOutcomes(database, settings).map((outcome): Counted => ({
    outcome,
    feedEnd: ends.get(outcome.definition.name) ?? null,
    tally: createOutcomeTally(outcome.definition.unit),
  }));
  const surfaces = new Map(readSignalCells(database).map(({ seq, surface }) => [seq, surface]));
  let interactions = 0;
  for (let after: number | undefined = 0; after !== undefined && counted.length > 0;) {
    const page = followedRows(database, after, pageSize);
    interactions += page.length;
    const logged = loggedOf(database, page[0]?.seq ?? 0, page.at(-1)?.seq ?? 0);
    for (const { seq, createdAt, cellSeq } of page) {
      const surface = (cellSeq === null ? undefined : surfaces.get(cellSeq)) || null;
      for (const { outcome, feedEnd, tally } of counted) {
        const { definition } = outcome;
        const rows = logged.get(seq)?.get(definition.name) ?? [];
        const value = outcomeValue(definition, rows, { createdAt, feedEnd });
        const followedMs = feedEnd === null || createdAt === null ? null : feedEnd - createdAt;
        addOutcome(tally, value, { surface, followedMs });
      }
    }
    after = page.at(-1)?.seq;
    yield;
  }
  return { interactions, outcomes: counted.map(summaryOf) };
}

/** Rows of each interaction by outcome. */
function loggedOf(
  database: Database,
  first: number,
  last: number,
): ReadonlyMap<number, ReadonlyMap<string, readonly LoggedOutcome[]>> {
  const found = new Map<number, Map<string, LoggedOutcome[]>>();
  for (const { interactionSeq, name, ...row } of outcomeRows(database, first, last)) {
    const ofInteraction = found.get(interactionSeq) ?? new Map<string, LoggedOutcome[]>();
    found.set(interactionSeq, ofInteraction);
    const rows = ofInteraction.get(name);
    if (rows === undefined) ofInteraction.set(name, [row]);
    else rows.push(row);
  }
  return found;
}

function summaryOf({ outcome, feedEnd, tally }: Counted): OutcomeSummary {
  const { definition } = outcome;
  const counts = followedCounts(tally);
  const steps = kaplanMeier(counts);
  const isNumber = definition.unit === 'number';
  return {
    ...outcome,
    feedEnd,
    ...tally.all,
    rate: isNumber ? null : rateOf(tally.all),
    median: tally.values === null ? null : medianOf(tally.values),
    medianDays: timeOfShare(steps, 0.5),
    medianDelayDays: medianDelay(counts),
    delays: delayCurve(steps, definition.horizonDays),
    bySurface: [...tally.bySurface]
      .map(([surface, of]) => Object.assign(of, { surface, rate: isNumber ? null : rateOf(of) }))
      .toSorted((a, b) => total(b) - total(a) || (a.surface ?? '').localeCompare(b.surface ?? '', 'en')),
  };
}

type Counts = OutcomeTally['all'];

function rateOf({ yes, noByValue, noByHorizon, noByLate }: Counts): OutcomeSummary['rate'] {
  return wilsonInterval(yes, yes + noByValue + noByHorizon + noByLate);
}

function total({ yes, noByValue, noByHorizon, noByLate, pending, unknown }: Counts): number {
  return yes + noByValue + noByHorizon + noByLate + pending + unknown;
}

function medianOf(values: number[]): number | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).toSorted();
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}

/** The delay that half of those that came have not exceeded. */
function medianDelay(counts: ReturnType<typeof followedCounts>): number | null {
  const came = counts.filter(({ events }) => events > 0).toSorted((a, b) => a.time - b.time);
  let left = came.reduce((sum, { events }) => sum + events, 0) / 2;
  for (const { time, events } of came) {
    left -= events;
    if (left <= 0) return time;
  }
  return null;
}
