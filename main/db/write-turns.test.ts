import { Worker } from 'node:worker_threads';
import { beforeEach, describe, expect, it, vi } from 'vitest';

/** The module keeps one thread's part; each test is a thread of its own. */
async function load() {
  return import('./write-turns.ts');
}

beforeEach(() => {
  vi.resetModules();
});

describe('write turns', () => {
  it('announce a write of a person as long as it runs, also when it throws', async () => {
    const { inTurn, sharedTurns, isPersonWaiting } = await load();
    const announced = new Int32Array(sharedTurns());
    expect(inTurn(() => Atomics.load(announced, 0))).toBe(1);
    expect(inTurn(() => isPersonWaiting())).toBe(false);
    expect(() =>
      inTurn(() => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(Atomics.load(announced, 0)).toBe(0);
  });

  it('let a job wait until nobody is announced', async () => {
    const { inTurn, yieldToPeople, isPersonWaiting } = await load();
    const shared = new SharedArrayBuffer(4);
    const announced = new Int32Array(shared);
    yieldToPeople(shared);
    expect(isPersonWaiting()).toBe(false);
    Atomics.store(announced, 0, 1);
    expect(isPersonWaiting()).toBe(true);
    const person = new Worker(
      `const { workerData } = require('node:worker_threads');
       setTimeout(() => { Atomics.store(workerData, 0, 0); Atomics.notify(workerData, 0); }, 80);`,
      { eval: true, workerData: announced },
    );
    const startedAt = performance.now();
    expect(inTurn(() => Atomics.load(announced, 0))).toBe(0);
    expect(performance.now() - startedAt).toBeGreaterThan(50);
    await person.terminate();
  });

  it('let a job go on in the end, whatever happens to the person', async () => {
    const { inTurn, yieldToPeople } = await load();
    const shared = new SharedArrayBuffer(4);
    Atomics.store(new Int32Array(shared), 0, 1);
    yieldToPeople(shared);
    expect(inTurn(() => 'done')).toBe('done');
  });
});
