import { describe, expect, it } from 'vitest';
import { sparklineSvg } from './sparkline-svg.ts';

describe('a course of values as a drawing', () => {
  it('goes from the low end to the high end', () => {
    expect(sparklineSvg([0, 1])).toContain('<polyline points="2,20 118,2"/>');
  });

  it('leaves gaps, and draws what stands alone as a point', () => {
    const drawn = sparklineSvg([0.5, null, 0, 1]);
    expect(drawn.match(/<polyline/g)).toHaveLength(2);
    expect(drawn).toContain('points="2,11 2,11"');
  });

  it('draws nothing of nothing, and a flat course in the middle', () => {
    expect(sparklineSvg([null, null])).toBe('');
    expect(sparklineSvg([3, 3])).toContain('2,11 118,11');
  });
});
