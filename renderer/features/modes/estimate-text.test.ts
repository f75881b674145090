import { describe, expect, it } from 'vitest';
import type { ModeEstimate, ModeEstimates } from '../../../shared/contract/estimate-operations.ts';
import { estimateText } from './estimate-text.ts';

const mode: ModeEstimate = {
  id: 'm',
  name: 'Too long',
  found: 11,
  naiveShare: 0.55,
  share: 0.28,
  low: 0.2,
  high: 0.41,
  effectiveSample: 11.6,
};
const all: ModeEstimates = {
  reviewed: 20,
  of: 1000,
  isRandom: false,
  coveredShare: 1,
  strata: 2,
  modes: [mode],
};

describe('estimateText', () => {
  it('says what a weighted share rests on', () => {
    expect(estimateText(all, mode)).toEqual({
      figure: '28.0 % (20.0 % to 41.0 %)',
      basis:
        '11 of 20 reviewed interactions have it (55.0 %). Clusters and edited or unedited interactions count by their ' +
        'size, not by how often they were reviewed; that is worth a random sample of 12.',
    });
  });

  it('says nothing of a sample that is worth as much as a random one', () => {
    const { basis } = estimateText(all, { ...mode, effectiveSample: 20 });
    expect(basis).not.toContain('random sample');
  });

  it('says what nobody looked at', () => {
    expect(estimateText({ ...all, coveredShare: 0.75 }, mode).basis).toContain(
      'Nothing of 25.0 % of all interactions was reviewed',
    );
  });

  it('says when the sample is random, and when there is none', () => {
    expect(estimateText({ ...all, isRandom: true }, mode).basis).toBe(
      'A random sample: 11 of 20 reviewed interactions have it.',
    );
    expect(estimateText({ ...all, reviewed: 0 }, { ...mode, share: null })).toEqual({
      figure: null,
      basis: 'Nothing is reviewed yet. Review a random queue to learn how frequent it is among all 1,000.',
    });
  });
});
