import { createBenchProject, inBenchFolder } from './bench-project.ts';
import { fillWithSignals } from './generate-signals.ts';
import { measureInProcess } from './measure-in-process.ts';
import { type EngineSignals, lateRows } from './signals-in-engine.ts';

export interface SignalsBench {
  readonly rows: number;
  readonly recompute_seconds: number;
  readonly recompute_rows_per_second: number;
  /** The first answer of each report, from kept counts. */
  readonly audit_ms: number;
  readonly velocity_ms: number;
  readonly target_report_ms: 1000;
  readonly overview_ms: number;
  readonly late_rows: number;
  readonly refresh_ms: number;
  /** Of the engine's process with its jobs and readings. */
  readonly peak_memory_mb: number;
}

/** Works out the signals of `rows` interactions of a year, about eight each, and asks for audit and velocity. */
export async function benchSignals(rows: number): Promise<SignalsBench> {
  return inBenchFolder(async (folder) => {
    const project = createBenchProject(folder, 'signals');
    fillWithSignals(project, rows);
    const { result, peakMemoryMb } = await measureInProcess<EngineSignals>('signals', [project, '']);
    return {
      rows,
      recompute_seconds: result.recomputeMs / 1000,
      recompute_rows_per_second: Math.round(rows / (result.recomputeMs / 1000)),
      audit_ms: result.auditMs,
      velocity_ms: result.velocityMs,
      target_report_ms: 1000,
      overview_ms: result.overviewMs,
      late_rows: lateRows,
      refresh_ms: result.refreshMs,
      peak_memory_mb: peakMemoryMb,
    };
  });
}
