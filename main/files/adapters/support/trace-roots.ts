import type { ArrivingRow, Expansion } from '../adapter.ts';

/**
 * Where a tool exports spans one by one, the root of a trace is an interaction of its own only if no AI call of that
 * trace is in the file, or if people judged the root. Roots therefore wait for the end of the file.
 */
export interface TraceRoots {
  /** An AI call of this trace came. */
  readonly sawCall: (trace: string) => void;
  /** Holds a root back. Gives out the oldest held ones where they are too many to keep. */
  readonly hold: (trace: string, root: ArrivingRow) => Expansion;
  readonly end: () => Expansion;
}

export const coveredRoot = 'the root of a trace whose AI calls are rows of their own';

export interface TraceRootLimits {
  /** Held roots, in characters of their JSON. */
  readonly heldChars: number;
  /** Traces that are known to hold a call. */
  readonly traces: number;
}

const defaultLimits: TraceRootLimits = { heldChars: 64 * 2 ** 20, traces: 200_000 };

export function createTraceRoots(limits: TraceRootLimits = defaultLimits): TraceRoots {
  const calls = new Set<string>();
  const held: { readonly trace: string; readonly root: ArrivingRow; readonly chars: number }[] = [];
  let chars = 0;
  const release = (maxChars: number): Expansion => {
    let count = 0;
    for (; chars > maxChars && count < held.length; count += 1) chars -= held[count]?.chars ?? 0;
    const released = held.splice(0, count);
    const rows = released.filter(({ trace, root }) => isJudged(root) || !calls.has(trace));
    const skipped = Array.from({ length: released.length - rows.length }, () => coveredRoot);
    return { rows: rows.map(({ root }) => root), skipped };
  };
  return {
    sawCall: (trace) => {
      calls.add(trace);
      if (calls.size <= limits.traces) return;
      const [oldest] = calls;
      if (oldest !== undefined) calls.delete(oldest);
    },
    hold: (trace, root) => {
      const size = JSON.stringify(root).length;
      held.push({ trace, root, chars: size });
      chars += size;
      return release(limits.heldChars);
    },
    end: () => release(-1),
  };
}

function isJudged(root: ArrivingRow): boolean {
  const isExplicit = root.signals?.some((signal) => signal.kind === 'explicit') ?? false;
  return isExplicit || (root.edits?.length ?? 0) > 0 || (root.labels?.length ?? 0) > 0;
}
