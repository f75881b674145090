import type { QueryClient } from '@tanstack/react-query';
import type { EngineEvent, Job } from '../../shared/contract/job-operations.ts';
import type { Queries } from './query-utils.ts';

type Area = Extract<EngineEvent, { type: 'changed' }>['areas'][number];

/** Changes within this time are one refetch: a running import reports several times a second. */
const settleMilliseconds = 200;

/** Returns the function that brings one engine event into the cache. */
export function createEventSink(queryClient: QueryClient, queries: Queries): (event: EngineEvent) => void {
  const waiting = new Set<Area>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush() {
    timer = undefined;
    const keys = [...waiting].flatMap((area) => keysOf(area, queries));
    waiting.clear();
    for (const queryKey of keys) void queryClient.invalidateQueries({ queryKey });
  }

  function refetch(areas: readonly Area[]) {
    for (const area of areas) waiting.add(area);
    timer ??= setTimeout(flush, settleMilliseconds);
  }

  return (event) => {
    if (event.type === 'project') void followProject(queryClient, queries);
    if (event.type === 'changed') refetch(event.areas);
    if (event.type === 'job') {
      rememberJob(queryClient, queries, event.job);
      // What a job leaves behind counts only once it has ended.
      if (event.job.state !== 'running') refetch(['sources', 'exports']);
    }
  };
}

/**
 * Shows the project that is open now. Which one it is comes first, so that screens of a project that was closed are
 * gone before anything asks for their rows; nothing of another project is ever shown, not even for a moment.
 */
export async function followProject(queryClient: QueryClient, queries: Queries): Promise<void> {
  const queryKey = queries.project.current.queryKey();
  const before = queryClient.getQueryData(queryKey);
  const now = await queryClient
    .fetchQuery({ ...queries.project.current.queryOptions(), staleTime: 0 })
    .catch(() => undefined);
  // Without an answer everything stays as it is until the engine is back.
  if (now === undefined) return;
  if (before?.path === now?.path) await queryClient.invalidateQueries();
  else await queryClient.resetQueries({ predicate: (query) => !isOfEveryProject(query.queryKey) });
}

/** What belongs to the app, and which project is open. */
function isOfEveryProject([path]: readonly unknown[]): boolean {
  if (!Array.isArray(path)) return false;
  const names: readonly unknown[] = path;
  return names[0] === 'app' || (names[0] === 'project' && names[1] === 'current');
}

/**
 * Puts a job's newest state into the list and beside it. An answer that is still on its way is older than the event
 * and must not replace it: a job that has ended would look as if it ran for ever.
 */
export function rememberJob(queryClient: QueryClient, queries: Queries, job: Job): void {
  const jobKey = queries.jobs.get.queryKey({ input: { id: job.id } });
  const listKey = queries.jobs.list.queryKey();
  void queryClient.cancelQueries({ queryKey: jobKey });
  queryClient.setQueryData(jobKey, job);
  if (queryClient.getQueryData(listKey) === undefined) return;
  void queryClient.cancelQueries({ queryKey: listKey });
  queryClient.setQueryData(listKey, (jobs) => [job, ...(jobs ?? []).filter((known) => known.id !== job.id)]);
}

function keysOf(area: Area, queries: Queries) {
  const keys = {
    items: [
      queries.items.key(),
      queries.search.facets.key(),
      queries.project.stats.key(),
      queries.exports.preview.key(),
    ],
    labels: [
      queries.quality.model.key(),
      queries.coding.key(),
      queries.modes.estimates.key(),
      // An import says that labels changed when it ends, and that interactions did all the time.
      queries.promptVersions.key(),
      queries.items.key(),
      queries.search.facets.key(),
      queries.review.failureModes.key(),
      queries.review.annotators.key(),
      queries.review.disputedQuestions.key(),
      queries.schema.usage.key(),
      queries.queues.list.key(),
      queries.queues.progress.key(),
      queries.queues.next.key(),
      queries.project.stats.key(),
      queries.exports.preview.key(),
    ],
    sources: [
      queries.imports.sources.key(),
      queries.imports.rejects.key(),
      queries.project.stats.key(),
      queries.snapshots.retired.key(),
      queries.outcomes.key(),
    ],
    schema: [
      queries.review.schema.key(),
      queries.review.failureModes.key(),
      queries.search.facets.key(),
      queries.schema.key(),
    ],
    exports: [queries.snapshots.key()],
    settings: [queries.app.settings.key()],
    views: [queries.search.views.key()],
    recipes: [queries.recipes.key()],
    queues: [queries.queues.key(), queries.gold.key()],
    modes: [
      queries.modes.key(),
      queries.clusters.key(),
      queries.weekly.key(),
      queries.coding.key(),
      queries.promptVersions.key(),
      queries.review.failureModes.key(),
    ],
    few_shot: [queries.fewShot.sets.key()],
    clusters: [queries.clusters.key(), queries.modes.key(), queries.weekly.key()],
    signals: [
      queries.signals.key(),
      queries.audit.key(),
      queries.outcomes.key(),
      queries.velocity.key(),
      queries.quality.key(),
    ],
    plan: [queries.plan.key()],
    targets: [queries.velocity.key()],
  } satisfies Record<Area, readonly unknown[]>;
  return keys[area];
}
