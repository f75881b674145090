import { describe, expect, it } from 'vitest';
import { defaultPair } from './default-pair.ts';

const values = [{ value: 'v1' }, { value: 'v3' }, { value: 'v2' }];
const mark = (name: string) => ({ week: '2026-W01', day: '2026-01-01', name, how: 'went_live' as const });
const marks = [mark('v1'), mark('v2'), mark('v3'), mark('gone')];

describe('what is compared at first', () => {
  it('is the newest prompt version with the one before it', () => {
    expect(defaultPair({ dimension: 'prompt_version', a: null, b: null }, values, marks)).toEqual({
      a: 'v2',
      b: 'v3',
    });
  });

  it('is the two with most interactions of anything else, and where nothing is known of times', () => {
    expect(defaultPair({ dimension: 'segment', a: null, b: null }, values, marks)).toEqual({
      a: 'v3',
      b: 'v1',
    });
    expect(defaultPair({ dimension: 'model', a: null, b: null }, values, marks)).toEqual({
      a: 'v3',
      b: 'v1',
    });
  });

  it('keeps what was chosen, and never compares a value with itself', () => {
    expect(defaultPair({ dimension: 'prompt_version', a: 'v3', b: null }, values, marks)).toEqual({
      a: 'v3',
      b: 'v2',
    });
    expect(defaultPair({ dimension: 'segment', a: null, b: null }, [{ value: '' }], [])).toEqual({
      a: null,
      b: '',
    });
  });
});
