import { type FunnelEntry, type FunnelStep, funnelSteps } from '../../../shared/domain/export/funnel.ts';

interface Loss {
  readonly rule: string;
  readonly message: string;
}

/** Counts what is left after each step of an export, and what was lost there. */
export interface FunnelTally {
  /** A step that the export goes through, also where nothing reaches it. */
  readonly open: (step: FunnelStep) => void;
  readonly pass: (step: FunnelStep, rows?: number) => void;
  readonly lose: (step: FunnelStep, loss: Loss, rows?: number) => void;
  readonly entries: () => FunnelEntry[];
  /** What was lost, whatever the step, most first. */
  readonly lost: () => FunnelEntry['lost'];
}

export function createFunnelTally(): FunnelTally {
  const steps = new Map<FunnelStep, { rows: number; lost: Map<string, FunnelEntry['lost'][number]> }>();
  const open = (step: FunnelStep) => {
    const known = steps.get(step) ?? { rows: 0, lost: new Map() };
    steps.set(step, known);
    return known;
  };
  return {
    open,
    pass: (step, rows = 1) => {
      open(step).rows += rows;
    },
    lose: (step, { rule, message }, rows = 1) => {
      const { lost } = open(step);
      lost.set(rule, { rule, message, rows: (lost.get(rule)?.rows ?? 0) + rows });
    },
    entries: () =>
      funnelSteps.flatMap((step) => {
        const entry = steps.get(step);
        return entry === undefined ? [] : [{ step, rows: entry.rows, lost: mostFirst(entry.lost.values()) }];
      }),
    lost: () => {
      const rules = new Map<string, FunnelEntry['lost'][number]>();
      for (const { lost } of steps.values()) {
        for (const { rule, message, rows } of lost.values())
          rules.set(rule, { rule, message, rows: (rules.get(rule)?.rows ?? 0) + rows });
      }
      return mostFirst(rules.values());
    },
  };
}

function mostFirst(lost: Iterable<FunnelEntry['lost'][number]>): FunnelEntry['lost'] {
  return [...lost].toSorted((a, b) => b.rows - a.rows);
}
