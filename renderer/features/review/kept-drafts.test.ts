import { describe, expect, it } from 'vitest';
import { changedDrafts, type Drafts, noDrafts, withKept } from './kept-drafts.ts';

const drafts: Drafts = {
  editDrafts: { a: 'An edit' },
  noteDrafts: { 'a why not': 'A note' },
  changeDrafts: {
    'b e1 output': {
      reverted: ['1'],
      comparing: { readAs: 'auto', sortKeys: false, ignoreWhitespace: false, ignoreCase: false },
    },
  },
};

describe('drafts that are kept', () => {
  it('come back as they were', () => {
    const kept = changedDrafts(noDrafts, drafts).map(({ id, part, text }) => ({
      id,
      part,
      text: text ?? '',
    }));
    expect(kept.map(({ id, part }) => `${id}: ${part}`)).toEqual([
      'a: edit',
      'a: note why not',
      'b: changes e1 output',
    ]);
    expect(withKept(noDrafts, kept)).toEqual(drafts);
  });

  it('are told when they are gone, and not when nothing changed', () => {
    expect(changedDrafts(drafts, drafts)).toEqual([]);
    expect(changedDrafts(drafts, noDrafts).map(({ text }) => text)).toEqual([null, null, null]);
  });

  it('give way to what was typed since, and to nothing that cannot be read', () => {
    const kept = [
      { id: 'a', part: 'edit', text: 'An older one' },
      { id: 'c', part: 'changes e1 output', text: '{"reverted":7}' },
      { id: 'c', part: 'something new', text: 'of a later version' },
    ];
    expect(withKept(drafts, kept)).toEqual(drafts);
  });
});
