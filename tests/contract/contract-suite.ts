import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDefinedError, ORPCError } from '@orpc/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callOperation } from '../../shared/contract/call-operation.ts';
import type { Client } from '../../shared/contract/contract.ts';
import type { EngineEvent, Job } from '../../shared/contract/job-operations.ts';
import { skipBecause } from '../support/skip-because.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { writeRowsFile } from '../support/rows-file.ts';

/** One transport with a real engine behind it. */
export interface Harness {
  /** A client of its own, as one more window has it. */
  connect(): Client;
  /** Ends the engine as a crash would; absent where it lives in the client's own process. */
  readonly kill?: () => Promise<void>;
  close(): Promise<void>;
}

/** The promises of the contract that hold over every transport. */
export function contractSuite(transport: string, start: (dataFolder: string) => Promise<Harness>): void {
  describe(`the contract over ${transport}`, () => {
    const folder = makeTempFolder();
    let harness: Harness;
    let client: Client;

    beforeAll(async () => {
      harness = await start(join(folder, 'data'));
      client = harness.connect();
      await client.project.create({ path: join(folder, 'contract.flywheel') });
    });

    afterAll(async () => {
      await harness.close();
      rmSync(folder, { recursive: true, force: true });
    });

    test('an unknown operation is a defined failure', async () => {
      await expectFailure(
        callOperation(client, ['project', 'nonsense']),
        'OPERATION_UNKNOWN',
        /project\.nonsense/,
      );
      await expectFailure(callOperation(client, ['nonsense']), 'OPERATION_UNKNOWN');
      await expectFailure(callOperation(client, ['project', 'current', 'deeper']), 'OPERATION_UNKNOWN');
    });

    test.each(['constructor', '__proto__', 'hasOwnProperty', 'prototype', '~orpc'])(
      'a name of a prototype (%s) is no operation',
      async (name) => {
        await expectFailure(callOperation(client, [name]), 'OPERATION_UNKNOWN');
        await expectFailure(callOperation(client, ['project', name]), 'OPERATION_UNKNOWN');
        await expectFailure(callOperation(client, ['project', 'current', name]), 'OPERATION_UNKNOWN');
      },
    );

    test('invalid input is a defined failure that names the field', async () => {
      await expectFailure(callOperation(client, ['items', 'get'], { id: 'x' }), 'INPUT_INVALID', /id/);
      await expectFailure(callOperation(client, ['items', 'list'], { limit: 0 }), 'INPUT_INVALID', /limit/);
      await expectFailure(callOperation(client, ['project', 'open']), 'INPUT_INVALID');
    });

    test('an expected failure arrives with its code and sentence', async () => {
      await expectFailure(
        client.items.get({ id: '0190a000-0000-7000-8000-000000000000' }),
        'ITEM_NOT_FOUND',
        /\w+ \w+/,
      );
    });

    test('10 MB travel both ways unchanged', async () => {
      const annotator = 'ä€𝄞"\\ '.repeat(1_000_000);
      const settings = await client.app.updateSettings({ annotator });
      expect(settings.annotator === annotator).toBe(true);
      await client.app.updateSettings({ annotator: 'Tester' });
    });

    test('a cancelled job ends as cancelled, for its watcher as well', async () => {
      const path = join(folder, 'rows.jsonl');
      if (!existsSync(path)) writeRowsFile(path, 60_000);
      const { jobId } = await client.imports.start({ path });
      const states: Job['state'][] = [];
      for await (const job of await client.jobs.watch({ id: jobId })) {
        if (states.length === 0) await client.jobs.cancel({ id: jobId });
        states.push(job.state);
      }
      expect(states.at(-1)).toBe('cancelled');
      expect((await client.jobs.get({ id: jobId })).state).toBe('cancelled');
    });

    test('an event stream ends when its caller aborts, and the engine goes on', async () => {
      const stop = new AbortController();
      const events = await client.jobs.events(undefined, { signal: stop.signal });
      await events.next();
      const pending = events.next().then(
        (result) => result.done === true,
        () => true,
      );
      stop.abort();
      expect(await pending).toBe(true);
      expect(await client.project.current()).not.toBeNull();
    });

    test('a call that was aborted before it began fails and does nothing', async () => {
      const stop = new AbortController();
      stop.abort();
      const path = join(folder, 'aborted.flywheel');
      await expect(client.project.backup({ path }, { signal: stop.signal })).rejects.toThrow();
      expect(existsSync(path)).toBe(false);
    });

    test('two windows both see what one of them does', async () => {
      const other = harness.connect();
      const streams = await Promise.all([client.jobs.events(), other.jobs.events()]);
      // Every stream begins with the state as it is.
      for (const stream of streams) expect((await stream.next()).value).toEqual({ type: 'project' });
      const seen = streams.map(async (stream) => nextOf(stream, 'project'));
      await client.project.create({ path: join(folder, 'second.flywheel') });
      expect(await Promise.all(seen)).toEqual([{ type: 'project' }, { type: 'project' }]);
      expect((await other.project.current())?.name).toBe('second');
      await Promise.all(streams.map(async (stream) => stream.return?.(undefined)));
    });

    test('pending calls and streams of an engine that dies fail with ENGINE_STOPPED', async (context) => {
      const { kill } = harness;
      if (!kill) {
        skipBecause(context, 'the engine lives in the process of the client');
        return;
      }
      const events = await client.jobs.events();
      await events.next();
      const pendingEvent = events.next();
      const pendingCalls = Array.from({ length: 50 }, async () => client.project.check());
      const outcomes = Promise.all([pendingEvent, ...pendingCalls].map(failureCode));
      // The engine answers one call at a time: once the first is answered, the others wait there.
      await Promise.race(pendingCalls);
      await kill();
      const codes = await outcomes;
      expect(codes[0]).toBe('ENGINE_STOPPED');
      expect(codes.filter((code) => code === 'ENGINE_STOPPED').length).toBeGreaterThan(1);
      expect(codes.filter((code) => code !== null && code !== 'ENGINE_STOPPED')).toEqual([]);
    });
  });
}

async function expectFailure(call: Promise<unknown>, code: string, message = /\S/): Promise<void> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ORPCError);
  expect(error).toMatchObject({ code, defined: true });
  expect(isDefinedError(error)).toBe(true);
  expect(String(error)).toMatch(message);
}

/** The defined code that a call fails with, null where it succeeds. Anything else fails the test. */
async function failureCode(call: Promise<unknown>): Promise<string | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (error instanceof ORPCError && error.defined) return String(error.code);
    throw error;
  }
}

async function nextOf(
  stream: AsyncIterator<EngineEvent>,
  type: EngineEvent['type'],
): Promise<EngineEvent | null> {
  for (;;) {
    const { value, done } = await stream.next();
    if (done) return null;
    if (value.type === type) return value;
  }
}
