import type { ModeEstimate, ModeEstimates } from '../../../shared/contract/estimate-operations.ts';
import { formatCount, formatPlural } from '../../ui/format.ts';
import { percent } from './mode-texts.ts';

export interface EstimateText {
  /** Share and interval; null before anything is reviewed. */
  readonly figure: string | null;
  /** What it rests on. */
  readonly basis: string;
}

/** What is known of how frequent a failure mode is among all interactions. */
export function estimateText(all: ModeEstimates, { found, naiveShare, ...mode }: ModeEstimate): EstimateText {
  const { reviewed, of, isRandom, coveredShare } = all;
  if (mode.share === null)
    return {
      figure: null,
      basis: `Nothing is reviewed yet. Review a random queue to learn how frequent it is among all ${formatCount(of)}.`,
    };
  const figure = `${percent(mode.share)} (${percent(mode.low)} to ${percent(mode.high)})`;
  const counted = `${formatCount(found)} of ${formatPlural(reviewed, 'reviewed interaction')} have it`;
  if (isRandom) return { figure, basis: `A random sample: ${counted}.` };
  const worth = Math.max(1, Math.round(mode.effectiveSample));
  const basis =
    `${counted} (${percent(naiveShare)}). Clusters and edited or unedited interactions count by their size, ` +
    `not by how often they were reviewed${worth < reviewed ? `; that is worth a random sample of ${formatCount(worth)}` : ''}.`;
  if (coveredShare > 0.9995) return { figure, basis };
  const open = percent(1 - coveredShare);
  return {
    figure,
    basis: `${basis} Nothing of ${open} of all interactions was reviewed: the interval counts them from none to all.`,
  };
}
