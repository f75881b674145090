import type { Gap, Loop, LoopState } from '../../../shared/contract/audit-operations.ts';
import { captureGaps } from './capture-gaps.ts';
import { fieldGaps } from './field-gaps.ts';
import type { Audited, FoundGap } from './found-gap.ts';
import { leftoverGaps } from './leftover-gaps.ts';

/** More gaps than this nobody goes through. */
const mostGaps = 50;

/**
 * What keeps the loops from running, the greatest first. A gap weighs the share of what it concerns, times the strength of
 * the signal (1 to 5), times one more than the loops that are not ready and that it keeps from being.
 */
export function auditGaps(audited: Audited): Gap[] {
  if (audited.interactions === 0) return [];
  const found = [...captureGaps(audited), ...fieldGaps(audited), ...leftoverGaps(audited)];
  const notReady = new Set(audited.loops.filter(isNotReady).map(({ loop }) => loop));
  return found
    .map((gap) => weighed(gap, notReady))
    .toSorted((one, other) => other.weight - one.weight || one.id.localeCompare(other.id, 'en'))
    .slice(0, mostGaps);
}

function isNotReady({ state }: LoopState): boolean {
  return state !== 'ready';
}

function weighed({ strength, loops, ...gap }: FoundGap, notReady: ReadonlySet<Loop>): Gap {
  const blocks = loops.filter((loop) => notReady.has(loop));
  const weight = (gap.of === 0 ? 0 : gap.affected / gap.of) * strength * (1 + blocks.length);
  return { ...gap, blocks, weight: Math.round(weight * 1000) / 1000 };
}
