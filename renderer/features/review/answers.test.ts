import { describe, expect, it } from 'vitest';
import type { FailureMode } from '../../../shared/contract/review-operations.ts';
import type { LabelSchema } from '../../../shared/domain/schema/label-schema.ts';
import { answerKeys, chosen, failureModeName } from './answers.ts';
import { modeOptions } from './failure-mode-question.tsx';
import { isWider, readAddress, withClause } from './review-address.ts';
import { openingTurn } from './turns.ts';

const schema: LabelSchema = {
  version: 1,
  name: 'Test',
  questions: [
    {
      id: 'verdict',
      name: 'Verdict',
      kind: 'single_choice',
      options: [
        { id: 'good', name: 'Good', key: '1' },
        { id: 'bad', name: 'Bad', key: '3' },
      ],
    },
    { id: 'rating', name: 'Rating', kind: 'scale', key: 'r', min: 1, max: 3 },
    { id: 'kept', name: 'Kept', kind: 'yes_no', key: 'y' },
    { id: 'quiet', name: 'Quiet', kind: 'yes_no' },
    { id: 'note', name: 'Note', kind: 'text', key: 't' },
  ],
};

describe('keys that answer', () => {
  it('takes an option’s own key, else the question’s key and a number, and none where there is no key', () => {
    expect(answerKeys(schema).map(({ keys, name, value }) => [keys, name, value])).toEqual([
      ['1', 'Verdict: Good', 'good'],
      ['3', 'Verdict: Bad', 'bad'],
      ['r 1', 'Rating: 1', 1],
      ['r 2', 'Rating: 2', 2],
      ['r 3', 'Rating: 3', 3],
      ['y 1', 'Kept: Yes', true],
      ['y 2', 'Kept: No', false],
    ]);
  });

  it('takes an answer back that is given again, and keeps several in the schema’s order', () => {
    const [verdict] = schema.questions;
    if (verdict === undefined) throw new Error('no question');
    expect(chosen(verdict, undefined, 'good')).toBe('good');
    expect(chosen(verdict, 'good', 'good')).toBeNull();
    const several = {
      ...verdict,
      kind: 'multiple_choice' as const,
      options: 'options' in verdict ? verdict.options : [],
    };
    expect(chosen(several, ['bad'], 'good')).toEqual(['good', 'bad']);
    expect(chosen(several, ['bad'], 'bad')).toBeNull();
  });
});

function mode(name: string, count: number): FailureMode {
  return { id: `01900000-0000-7000-8000-00000000000${count}`, name, definition: '', count, createdAt: 0 };
}

describe('failure modes', () => {
  const modes = [mode('Cliché', 2), mode('Wrong fact', 5), mode('Factual gap', 1)];

  it('offers those that match, names that begin so first, and adding last', () => {
    expect(modeOptions(modes, '').map((option) => option.name)).toEqual([
      'Wrong fact',
      'Cliché',
      'Factual gap',
    ]);
    expect(modeOptions(modes, 'fact').map((option) => [option.name, option.count])).toEqual([
      ['Factual gap', 1],
      ['Wrong fact', 5],
      ['fact', null],
    ]);
    expect(modeOptions(modes, 'wrong FACT').map((option) => option.name)).toEqual(['Wrong fact']);
  });

  it('never shows an id', () => {
    expect(failureModeName(modes[0]?.id ?? '', modes)).toBe('Cliché');
    expect(failureModeName('01900000-0000-7000-8000-0000000000ff', modes)).toBe('…');
    expect(failureModeName('Typed just now', modes)).toBe('Typed just now');
  });
});

describe('the address', () => {
  it('reads clauses and says what it cannot read', () => {
    const { filter, problem } = readAddress('where=labelled%3Dno&where=nonsense&where=edited%3Dyes');
    expect(filter).toEqual([
      { field: 'labelled', operator: '=', value: 'no' },
      { field: 'edited', operator: '=', value: 'yes' },
    ]);
    expect(problem).toContain('nonsense');
  });

  it('replaces the clause of a field, and knows a wider filter', () => {
    const { filter } = readAddress('where=labelled%3Dno&where=edited%3Dyes');
    const changed = withClause(filter, 'edited', { operator: '=', value: 'no' });
    expect(changed.map((clause) => clause.value)).toEqual(['no', 'no']);
    expect(isWider(filter, withClause(filter, 'edited', null))).toBe(true);
    expect(isWider(filter, changed)).toBe(false);
  });
});

describe('the turn a conversation opens at', () => {
  it('is the last one of the user where more than folded instructions comes before', () => {
    expect(openingTurn(turns('system', 'user', 'assistant', 'user', 'tool'))).toBe(3);
    expect(openingTurn(turns('user', 'user'))).toBe(1);
  });

  it('is the start otherwise', () => {
    expect(openingTurn(turns('system', 'developer', 'user'))).toBe(0);
    expect(openingTurn(turns('user'))).toBe(0);
    expect(openingTurn(turns('system', 'assistant'))).toBe(0);
    expect(openingTurn([])).toBe(0);
  });
});

function turns(...roles: string[]) {
  return roles.map((role) => ({ role, content: 'text' }));
}
