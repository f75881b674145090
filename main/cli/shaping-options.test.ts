import { Command } from 'commander';
import { expect, it } from 'vitest';
import { recipeSchema, type Recipe } from '../../shared/domain/export/recipe.ts';
import { funnelTable } from './funnel-table.ts';
import { addShapingOptions, type ShapingOptions, shapingParts } from './shaping-options.ts';

function parts(format: Recipe['format'], ...args: readonly string[]): Partial<Recipe> {
  const command = addShapingOptions(new Command().exitOverride().configureOutput({ writeErr: () => {} }));
  return shapingParts(command.parse(args, { from: 'user' }).opts<ShapingOptions>(), format);
}

it('puts nothing into a recipe that was not asked for', () => {
  expect(parts('openai-chat')).toEqual({});
});

it('makes the parts of a recipe that were asked for', () => {
  const text =
    '--pairs rating --signal stars --good 4 --bad -2 --trim --nfc --template {{input}}! --most-characters 9000 ' +
    '--per-user 5 --per-mode 6 --per-prompt-version 7 --most-rows 100 --balance prompt_version:1.5';
  const asked = parts('trl-reward', '--system', '', ...text.split(' '));
  expect(asked).toEqual({
    pairs: { from: 'rating', signal: 'stars', good: 4, bad: -2 },
    system: '',
    clean: { trim: true, normalise: 'nfc', template: '{{input}}!' },
    limits: { mostCharacters: 9000, perUser: 5, perMode: 6, perPromptVersion: 7, total: 100 },
    balance: { by: 'prompt_version', most: 1.5 },
  });
  const whole = {
    format: 'trl-reward',
    filter: [],
    validation: 0,
    seed: 0,
    target: 'edit',
    groupBy: 'session',
  };
  expect(recipeSchema.parse({ ...whole, ...asked })).toMatchObject(asked);
});

it('reads thresholds of change as pairs of edits, and typical examples in eval sets', () => {
  expect(parts('openai-chat', '--least-change', '0.1', '--most-change', '0.9')).toEqual({
    pairs: { from: 'edit', leastChange: 0.1, mostChange: 0.9 },
  });
  expect(parts('promptfoo', '--per-mode', '3')).toEqual({ perMode: 3 });
});

it.each([
  ['--balance', 'model'],
  ['--balance', 'model:0.5'],
  ['--balance', 'colour:2'],
  ['--good', 'many'],
  ['--least-change', '2'],
  ['--pairs', 'luck'],
  ['--per-user', '0'],
])('refuses %s %s', (option, value) => {
  expect(() => parts('openai-chat', option, value)).toThrow(option);
});

it('shows the funnel as columns', () => {
  const lost = [{ rule: 'no_edit', message: 'Nobody edited the output.', rows: 2, items: [] }];
  expect(
    funnelTable([
      { step: 'selected', rows: 1200, lost: [] },
      { step: 'paired', rows: 1198, lost },
    ]),
  ).toBe('selected  1,200\nexamples  1,198\n             -2  no_edit');
});
