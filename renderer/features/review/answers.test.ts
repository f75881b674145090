import { describe, expect, it } from 'vitest';
import type { FailureMode } from '../../../shared/contract/review-operations.ts';
import { failureModeName } from '../../ui/questions/failure-mode-name.ts';
import { modeOptions } from '../../ui/questions/failure-mode-question.tsx';
import { isWider, readAddress, withClause } from './review-address.ts';
import { openingTurn } from './context/turns.ts';

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
