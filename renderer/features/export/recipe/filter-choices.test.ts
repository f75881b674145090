import { describe, expect, it } from 'vitest';
import type { LabelSchema } from '../../../../shared/domain/schema/label-schema.ts';
import { choose, chosen, filterChoices } from './filter-choices.ts';

const schema: LabelSchema = {
  version: 1,
  name: 'Test',
  questions: [
    {
      id: 'verdict',
      name: 'Verdict',
      kind: 'single_choice',
      options: [
        { id: 'good', name: 'Good' },
        { id: 'bad', name: 'Bad' },
      ],
    },
    { id: 'quality', name: 'Quality', kind: 'scale', min: 1, max: 3 },
    { id: 'note', name: 'Note', kind: 'text' },
    { id: 'mode', name: 'Failure mode', kind: 'failure_mode' },
  ],
};

const modes = [
  { id: '0199aaaa-0000-7000-8000-000000000000', name: 'Wrong date', definition: '', count: 2, createdAt: 0 },
];

describe('what an export can be filtered by', () => {
  const choices = filterChoices(schema, modes, []);

  it('offers each question that has answers to choose from', () => {
    expect(choices.map((choice) => choice.name)).toEqual([
      'Edited',
      'Labelled',
      'Verdict',
      'Quality',
      'Failure mode',
      'Source',
    ]);
  });

  it('offers a scale from its best answer down', () => {
    const quality = choices.find((choice) => choice.name === 'Quality');
    expect(quality?.options.map((option) => option.name)).toEqual(['Any', '3', 'At least 2', 'At least 1']);
  });

  it('makes every option a clause that is found again in the filter', () => {
    for (const choice of choices) {
      for (const option of choice.options) {
        const filter = choose([], choice.field, option.value);
        expect(filter).toHaveLength(option.value === '' ? 0 : 1);
        expect(chosen(filter, choice.field)).toBe(option.value);
      }
    }
  });

  it('keeps one condition per field and leaves the others alone', () => {
    const first = choose(choose([], 'edited', 'edited=yes'), 'label.verdict', 'label.verdict=good');
    const second = choose(first, 'label.verdict', 'label.verdict=bad');
    expect(second).toEqual([
      { field: 'edited', operator: '=', value: 'yes' },
      { field: 'label.verdict', operator: '=', value: 'bad' },
    ]);
    expect(choose(second, 'edited', '')).toHaveLength(1);
  });
});
