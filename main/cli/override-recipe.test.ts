import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../shared/domain/export/recipe.ts';
import { overrideRecipe } from './override-recipe.ts';

const base: Recipe = {
  format: 'trl-preference',
  filter: [{ field: 'edited', operator: '=', value: 'yes' }],
  validation: 0.1,
  seed: 7,
  target: 'edit-or-output',
  trains: 'last',
  groupBy: 'user',
  consensus: { rule: 'majority', expert: 'Ada' },
  container: 'parquet',
  limits: { perUser: 20, total: 1000 },
  tokens: { encoding: 'cl100k_base', most: 4000 },
  card: { title: 'Mails', licence: 'mit' },
};

/** What options are as a recipe where none was given. */
const usual: Recipe = {
  format: 'trl-preference',
  filter: [],
  validation: 0,
  seed: 0,
  target: 'edit',
  groupBy: 'session',
};

describe('overrideRecipe', () => {
  it('leaves a recipe alone where nothing was given', () => {
    expect(overrideRecipe(base, usual, new Set(['recipe', 'out']))).toEqual(base);
  });

  it('takes what was given, also where it is the usual', () => {
    const given = new Set(['split', 'where', 'trains', 'consensus', 'container']);
    const { trains, consensus, container, ...left } = base;
    expect([trains, consensus, container]).not.toContain(undefined);
    expect(overrideRecipe(base, usual, given)).toEqual({ ...left, validation: 0, filter: [] });
  });

  it('takes fields of parts one by one, without those that are filled in', () => {
    const asked: Recipe = {
      ...usual,
      limits: { perUser: 5 },
      tokens: { encoding: 'o200k_base', epochs: 2 },
      card: { title: 'out', licence: 'cc-by-4.0' },
      balance: { by: 'mode', most: 2 },
      consensus: { rule: 'adjudicated' },
    };
    const given = new Set(['perUser', 'epochs', 'card', 'balance', 'consensus']);
    expect(overrideRecipe(base, asked, given)).toEqual({
      ...base,
      limits: { perUser: 5, total: 1000 },
      tokens: { encoding: 'cl100k_base', most: 4000, epochs: 2 },
      card: { title: 'Mails', licence: 'cc-by-4.0' },
      balance: { by: 'mode', most: 2 },
      consensus: { rule: 'adjudicated' },
    });
    expect(overrideRecipe(base, asked, new Set(['tokens', 'card.title']))).toMatchObject({
      tokens: { encoding: 'o200k_base' },
      card: { title: 'out' },
    });
  });

  it('takes the container that a format names', () => {
    const asked: Recipe = { ...usual, format: 'trl-messages', container: 'csv' };
    expect(overrideRecipe(base, asked, new Set(['format']))).toEqual({
      ...base,
      format: 'trl-messages',
      container: 'csv',
    });
  });
});
