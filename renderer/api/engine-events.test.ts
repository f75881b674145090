import { createORPCClient } from '@orpc/client';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Client } from '../../shared/contract/contract.ts';
import type { Job } from '../../shared/contract/job-operations.ts';
import type { ProjectInfo } from '../../shared/contract/project-operations.ts';
import { createEventSink, followProject } from './engine-events.ts';
import { createQueries } from './query-utils.ts';

function projectAt(path: string): ProjectInfo {
  return { id: path, path, name: path, readOnly: false, synthetic: false, schemaVersion: 1, createdAt: 0 };
}

const job: Job = {
  id: '0199aaaa-0000-7000-8000-000000000000',
  kind: 'import',
  title: 'Importing',
  state: 'running',
  paused: false,
  done: 1,
  total: 10,
  unit: 'rows',
  rows: 1,
  rowsPerSecond: null,
  secondsLeft: null,
  startedAt: 0,
  finishedAt: null,
  error: null,
  result: null,
};

function setUp(current: () => Promise<ProjectInfo | null>, getJob?: () => Promise<Job>) {
  const client: Client = createORPCClient({
    call: async (path) => {
      if (path.join('.') === 'project.current') return current();
      if (path.join('.') === 'jobs.get' && getJob !== undefined) return getJob();
      throw new Error(`${path.join('.')} is not expected here`);
    },
  });
  const queries = createQueries(client);
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return { queries, queryClient };
}

describe('what the engine says goes into the cache', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('refetches an area once, however often it changed, and leaves the others alone', () => {
    const { queries, queryClient } = setUp(async () => null);
    const sink = createEventSink(queryClient, queries);
    const invalidate = vi.spyOn(queryClient, 'invalidateQueries');
    for (let i = 0; i < 20; i += 1) sink({ type: 'changed', areas: ['exports'] });
    expect(invalidate).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(invalidate).toHaveBeenCalledExactlyOnceWith({ queryKey: queries.snapshots.key() });
  });

  it('keeps the newest state of each job once in the list', () => {
    const { queries, queryClient } = setUp(async () => null);
    const sink = createEventSink(queryClient, queries);
    queryClient.setQueryData(queries.jobs.list.queryKey(), [job]);
    sink({ type: 'job', job: { ...job, done: 5 } });
    expect(queryClient.getQueryData(queries.jobs.list.queryKey())).toEqual([{ ...job, done: 5 }]);
    expect(queryClient.getQueryData(queries.jobs.get.queryKey({ input: { id: job.id } }))?.done).toBe(5);
  });
});

describe('a job that ends while its state is on its way', () => {
  it('stays ended when the older answer arrives', async () => {
    const answer = Promise.withResolvers<Job>();
    const { queries, queryClient } = setUp(
      async () => null,
      async () => answer.promise,
    );
    const options = queries.jobs.get.queryOptions({ input: { id: job.id } });
    const asked = queryClient.fetchQuery(options).catch(() => undefined);
    createEventSink(queryClient, queries)({ type: 'job', job: { ...job, state: 'done' } });
    answer.resolve(job);
    await asked;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(queryClient.getQueryData(options.queryKey)?.state).toBe('done');
  });
});

describe('another project', () => {
  it('takes everything of the one before with it, but not the settings', async () => {
    const { queries, queryClient } = setUp(async () => projectAt('/b'));
    queryClient.setQueryData(queries.project.current.queryKey(), projectAt('/a'));
    queryClient.setQueryData(queries.imports.sources.queryKey(), []);
    queryClient.setQueryData(queries.app.info.queryKey(), { version: '1', host: 'cli', platform: 'linux' });
    await followProject(queryClient, queries);
    expect(queryClient.getQueryData(queries.project.current.queryKey())?.path).toBe('/b');
    expect(queryClient.getQueryData(queries.imports.sources.queryKey())).toBeUndefined();
    expect(queryClient.getQueryData(queries.app.info.queryKey())).toBeDefined();
  });

  it('keeps what is shown while the engine does not answer', async () => {
    const { queries, queryClient } = setUp(async () => Promise.reject(new Error('gone')));
    queryClient.setQueryData(queries.project.current.queryKey(), projectAt('/a'));
    queryClient.setQueryData(queries.imports.sources.queryKey(), []);
    await followProject(queryClient, queries);
    expect(queryClient.getQueryData(queries.imports.sources.queryKey())).toEqual([]);
  });
});
