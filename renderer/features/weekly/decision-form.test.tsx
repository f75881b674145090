// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WeeklyDecision } from '../../../shared/contract/weekly-operations.ts';
import { keyMap } from '../../app/key-map.ts';
import { DecisionForm } from './decision-form.tsx';
import { testRow } from './test-row.ts';

afterEach(cleanup);

const decided: WeeklyDecision = {
  week: '2026-W40',
  subject: 'a',
  decision: 'watch',
  owner: 'Ben',
  due: '2026-10-09',
  note: 'look again',
  annotator: 'Lea',
  at: 1,
};

function field(name: string): HTMLInputElement {
  const found = screen.getByLabelText(name);
  if (!(found instanceof HTMLInputElement)) throw new Error(`${name} is no input`);
  return found;
}

function type(name: string, text: string): void {
  field(name).focus();
  fireEvent.change(field(name), { target: { value: text } });
}

function runCommand(id: string): void {
  keyMap
    .commands()
    .find((command) => command.id === id)
    ?.run();
}

describe('the form of a decision', () => {
  it('saves a choice with what stands in the fields', () => {
    const onDecide = vi.fn();
    render(<DecisionForm row={testRow('a', { owner: 'Ida' })} isDisabled={false} onDecide={onDecide} />);
    expect(field('Owner').value).toBe('Ida');
    type('Note', ' soon ');
    runCommand('weekly.decide-2');
    expect(onDecide).toHaveBeenCalledExactlyOnceWith({
      decision: 'add_examples',
      owner: 'Ida',
      due: null,
      note: 'soon',
    });
  });

  it('saves fields when they are left, where something is decided, and only what differs', () => {
    const onDecide = vi.fn();
    const { rerender } = render(<DecisionForm row={testRow('a')} isDisabled={false} onDecide={onDecide} />);
    type('Owner', 'Ida');
    fireEvent.blur(field('Owner'));
    expect(onDecide).not.toHaveBeenCalled();
    rerender(
      <DecisionForm row={testRow('a', { decision: decided })} isDisabled={false} onDecide={onDecide} />,
    );
    expect(field('Owner').value).toBe('Ben');
    fireEvent.blur(field('Owner'));
    expect(onDecide).not.toHaveBeenCalled();
    type('Note', 'and again');
    fireEvent.blur(field('Note'));
    expect(onDecide).toHaveBeenCalledExactlyOnceWith({
      decision: 'watch',
      owner: 'Ben',
      due: '2026-10-09',
      note: 'and again',
    });
  });

  it('keeps what is typed while a choice is being saved', () => {
    const { rerender } = render(<DecisionForm row={testRow('a')} isDisabled={false} onDecide={vi.fn()} />);
    runCommand('weekly.decide-4');
    type('Note', 'typed meanwhile');
    const saved = { ...decided, owner: null, due: null, note: '' };
    rerender(<DecisionForm row={testRow('a', { decision: saved })} isDisabled={false} onDecide={vi.fn()} />);
    expect(field('Note').value).toBe('typed meanwhile');
  });

  it('changes nothing in a project that is open to read', () => {
    const onDecide = vi.fn();
    render(<DecisionForm row={testRow('a')} isDisabled onDecide={onDecide} />);
    runCommand('weekly.decide-1');
    fireEvent.click(screen.getByRole('button', { name: /^Watch/ }));
    expect(onDecide).not.toHaveBeenCalled();
  });
});
