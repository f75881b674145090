import type { Client } from '../shared/contract/contract.ts';
import { addLateSignals } from './generate-signals.ts';
import { endOf, withEngine } from './with-engine.ts';

/** Interactions that change before a report is asked for. */
export const lateRows = 100;

/** What signals, audit and velocity of a project took by an engine, in milliseconds. */
export interface EngineSignals {
  readonly recomputeMs: number;
  readonly auditMs: number;
  readonly velocityMs: number;
  readonly overviewMs: number;
  /** Until values are up to date again after some interactions changed. */
  readonly refreshMs: number;
}

/** Works out all values, asks for the reports, and once more after some interactions changed. */
export async function signalsInEngine(project: string): Promise<EngineSignals> {
  return withEngine(project, async (client) => {
    const recomputeMs = await timeOf(async () => recompute(client, true));
    const auditMs = await timeOf(async () => client.audit.report());
    const velocityMs = await timeOf(async () => client.velocity.report({}));
    const overviewMs = await timeOf(async () => client.signals.overview());
    addLateSignals(project, lateRows);
    const refreshMs = await timeOf(async () => recompute(client, false));
    return { recomputeMs, auditMs, velocityMs, overviewMs, refreshMs };
  });
}

async function recompute(client: Client, all: boolean): Promise<void> {
  const { id } = await client.signals.recompute({ all });
  await endOf(client, id);
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
