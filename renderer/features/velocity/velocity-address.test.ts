import { describe, expect, it } from 'vitest';
import { inputOf, nextDimension, readAddress, velocityPath } from './velocity-address.ts';

describe('the address of the velocity screen', () => {
  it('is read as it was written', () => {
    const address = {
      from: '2026-W01',
      to: '2026-W09',
      by: 'user',
      only: { model: '', segment: 'a & b' },
      metric: 'outcome.resolved',
      compare: { dimension: 'prompt_version', a: 'v1', b: null },
    } as const;
    const path = velocityPath(address);
    expect(readAddress(path.slice(path.indexOf('?')))).toEqual(address);
    expect(inputOf(address)).toEqual({
      from: '2026-W01',
      to: '2026-W09',
      by: 'user',
      only: { model: '', segment: 'a & b' },
    });
  });

  it('asks for everything where it says nothing, or nothing that there is', () => {
    const plain = { from: null, to: null, by: null, only: {}, metric: null, compare: null };
    expect(readAddress('')).toEqual(plain);
    expect(readAddress('?from=yesterday&by=mood&compare=user')).toEqual(plain);
    expect(velocityPath(plain)).toBe('/velocity');
    expect(inputOf(plain)).toEqual({ only: {} });
  });

  it('goes through what figures can be broken down by, and back to nothing', () => {
    const seen = [];
    for (let by = nextDimension(null); by !== null; by = nextDimension(by)) seen.push(by);
    expect(seen).toEqual(['prompt_version', 'model', 'surface', 'segment', 'user']);
  });
});
