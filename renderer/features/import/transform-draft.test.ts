import { describe, expect, it } from 'vitest';
import {
  describeTransform,
  newTransform,
  readsPath,
  transformGap,
  transformKinds,
} from './transform-draft.ts';

describe('the draft of a transform', () => {
  it('begins a map of values with those of the column', () => {
    expect(newTransform('values', ['0', '1'])).toEqual({
      kind: 'values',
      values: { '0': '0', '1': '1' },
      otherwise: 'keep',
    });
  });

  it('says what is still to be written', () => {
    expect(transformGap(newTransform('template', []))).toContain('braces');
    expect(transformGap(newTransform('regex', []))).toContain('pattern');
    expect(transformGap({ kind: 'date', format: '' })).toContain('form');
    expect(transformGap(newTransform('date', []))).toBeNull();
    // An empty text in every row is a text.
    expect(transformGap(newTransform('constant', []))).toBeNull();
  });

  it('knows which need a path', () => {
    const reading = transformKinds.filter((kind) => readsPath({ transform: newTransform(kind, []) }));
    expect(reading).toEqual(['date', 'values', 'regex']);
    expect(readsPath({})).toBe(true);
  });

  it('describes each in one line', () => {
    expect(describeTransform({ kind: 'constant', value: 'small' })).toBe('Always “small”');
    expect(describeTransform({ kind: 'values', values: { a: 'b', c: 'c', d: 'e' }, otherwise: 'drop' })).toBe(
      'a → b and 1 more',
    );
    expect(describeTransform({ kind: 'regex', pattern: '#([0-9]+)', group: 1 })).toBe('Group 1 of #([0-9]+)');
  });
});
