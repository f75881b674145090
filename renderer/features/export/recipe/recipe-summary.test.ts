import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
import { orNothing, sectionIds } from './recipe-part.ts';
import { recipeProblems } from './recipe-problems.ts';
import { sectionSummary } from './recipe-summary.ts';

const plain: Recipe = {
  format: 'openai-chat',
  filter: [],
  validation: 0.1,
  seed: 1,
  target: 'edit',
  groupBy: 'session',
};

describe('what a closed part of a recipe says', () => {
  it('of a plain recipe', () => {
    expect(sectionIds.map((id) => `${id}: ${sectionSummary(id, plain)}`)).toEqual([
      'format: Chat (OpenAI), JSON Lines',
      'interactions: all',
      'answers: edits',
      'limits: none',
      'duplicates: kept',
      'privacy: as it is',
      'tokens: not counted',
      'split: 10 % validation, by session, seed 1',
      'card: none',
    ]);
  });

  it('of one that asks for much', () => {
    const recipe: Recipe = {
      ...plain,
      privacy: { finders: ['email', 'phone'], action: 'redact' },
      tokens: { encoding: { file: '/models/tokenizer.json' }, most: 4096 },
      limits: { perUser: 5 },
      balance: { by: 'mode', most: 2 },
      duplicates: { exact: true, near: 0.85 },
      decontaminate: { path: '/evals/set.jsonl', words: 13 },
      test: 0.125,
    };
    expect(sectionSummary('privacy', recipe)).toBe('redact 2 kinds');
    expect(sectionSummary('tokens', recipe)).toBe('tokenizer.json, at most 4,096');
    expect(sectionSummary('limits', recipe)).toBe('5 per user, balanced by failure mode, 2 to 1');
    expect(sectionSummary('duplicates', recipe)).toBe(
      'no equal rows, no near-duplicates from 85 %, nothing of set.jsonl',
    );
    expect(sectionSummary('split', recipe)).toBe('10 % validation, 12.5 % test, by session, seed 1');
  });
});

describe('what is wrong with a recipe', () => {
  it('is nothing in a plain one', () => {
    expect(recipeProblems(plain)).toEqual({});
  });

  it('stands at its field', () => {
    const recipe: Recipe = {
      ...plain,
      validation: 0.6,
      test: 0.4,
      pairs: { from: 'rating', good: 2, bad: 4, leastChange: 0.5, mostChange: 0.1 },
      clean: { template: 'Answer this.' },
      privacy: { finders: ['name'], action: 'drop' },
      card: { title: '' },
      decontaminate: { path: '', words: 13 },
    };
    expect(Object.keys(recipeProblems(recipe)).toSorted()).toEqual([
      'card.title',
      'clean.template',
      'decontaminate.path',
      'pairs',
      'privacy.names',
      'test',
    ]);
  });
});

describe('a part without a field', () => {
  it('is not in the recipe', () => {
    expect(orNothing({ perUser: undefined, total: undefined })).toBeUndefined();
    expect(orNothing({ perUser: 3, total: undefined })).toEqual({ perUser: 3, total: undefined });
  });
});
