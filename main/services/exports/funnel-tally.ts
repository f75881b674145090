import {
  type FunnelEntry,
  type FunnelLoss,
  type FunnelStep,
  funnelSteps,
} from '../../../shared/domain/export/funnel.ts';

interface Loss {
  readonly rule: string;
  readonly message: string;
}

/** Counts what is left after each step of an export, and what was lost there. */
export interface FunnelTally {
  /** A step that the export goes through, also where nothing reaches it. */
  readonly open: (step: FunnelStep) => void;
  readonly pass: (step: FunnelStep, rows?: number) => void;
  /** `items` are the interactions concerned, or some of them. */
  readonly lose: (step: FunnelStep, loss: Loss, items: readonly string[], rows?: number) => void;
  readonly entries: () => FunnelEntry[];
  /** What was lost, whatever the step, most first. */
  readonly lost: () => Omit<FunnelLoss, 'items'>[];
}

/** Interactions that are named for each rule. */
const mostItems = 8;

export function createFunnelTally(): FunnelTally {
  const steps = new Map<FunnelStep, { rows: number; lost: Map<string, FunnelLoss> }>();
  const open = (step: FunnelStep) => {
    const known = steps.get(step);
    if (known !== undefined) return known;
    const entry = { rows: 0, lost: new Map<string, FunnelLoss>() };
    steps.set(step, entry);
    return entry;
  };
  return {
    open,
    pass: (step, rows = 1) => {
      open(step).rows += rows;
    },
    lose: (step, { rule, message }, items, rows = 1) => {
      const { lost } = open(step);
      const known = lost.get(rule) ?? { rule, message, rows: 0, items: [] };
      lost.set(rule, known);
      known.message = message;
      known.rows += rows;
      // Two examples of one interaction may be lost by the same rule.
      for (const item of items)
        if (known.items.length < mostItems && known.items.at(-1) !== item) known.items.push(item);
    },
    entries: () =>
      funnelSteps.flatMap((step) => {
        const entry = steps.get(step);
        return entry === undefined ? [] : [{ step, rows: entry.rows, lost: mostFirst(entry.lost.values()) }];
      }),
    lost: () => {
      const rules = new Map<string, Omit<FunnelLoss, 'items'>>();
      for (const { lost } of steps.values()) {
        for (const { rule, message, rows } of lost.values())
          rules.set(rule, { rule, message, rows: (rules.get(rule)?.rows ?? 0) + rows });
      }
      return mostFirst(rules.values());
    },
  };
}

function mostFirst<Entry extends { readonly rows: number }>(lost: Iterable<Entry>): Entry[] {
  return [...lost].toSorted((a, b) => b.rows - a.rows);
}
