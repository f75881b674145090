import { describe, expect, it } from 'vitest';
import { exportFormats } from '../../../shared/domain/export/recipe.ts';
import { findFormats } from './find-formats.ts';

describe('finding a format', () => {
  it('gives every format once where nothing is typed', () => {
    const all = findFormats('').flatMap(({ members }) => members);
    expect(all.toSorted()).toEqual([...exportFormats].toSorted());
    expect(findFormats('').map(({ name }) => name)).toContain('Few-shot sets');
  });

  it.each(exportFormats)('has %s first where its id is typed', (id) => {
    expect(findFormats(id)[0]?.members[0]).toBe(id);
  });

  it('puts formats that only mention a word behind those of its name', () => {
    const groups = findFormats('together');
    expect(groups[0]?.members).toEqual(['together']);
    expect(groups.at(-1)).toMatchObject({ name: 'Mentioned by' });
    expect(groups.at(-1)?.members).toContain('openai-chat');
  });

  it('takes words in any order, and finds nothing where nothing has them', () => {
    expect(findFormats('trl pref')[0]?.members).toEqual(['trl-preference']);
    expect(findFormats('no such thing')).toEqual([]);
  });
});
